/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.bankswap.cloud.service.TestServices.Identity;
import dev.bankswap.cloud.store.StateStore;
import dev.bankswap.testing.NoErrorLogged;

/** An account that lives in a file is the same after a restart and after a kill. */
@ExtendWith(NoErrorLogged.class)
class AccountStateTest {

	private static final String BUCKET = "afr-ota-state";

	private static final Identity DEVICE = TestServices.identity("device");

	private static final Identity SIGNER = TestServices.identity("signer");

	private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
			+ "{\"Service\":\"iot.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";

	private final TestServices.ManualClock clock = new TestServices.ManualClock();

	private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor();

	@TempDir
	Path folder;

	@AfterEach
	void stop() {
		background.shutdownNow();
	}

	private Path file() {
		return folder.resolve("account.db");
	}

	private CloudServices services(StateStore state) {
		return new CloudServices("us-west-2", "123456789012", clock, background, state);
	}

	private static StateStore open(Path path) throws IOException {
		return StateStore.open(path, CloudServices.sealedTypes());
	}

	@Test
	void everythingSurvivesARestart() throws Exception {
		String before;
		try (StateStore state = open(file())) {
			CloudServices cloud = services(state);
			fill(cloud);
			before = text(cloud);
			cloud.commit();
			Files.copy(file(), folder.resolve("killed.db"));
			cloud.things().create("late", Map.of());
		}
		try (StateStore killed = open(folder.resolve("killed.db"))) {
			assertEquals(before, text(services(killed)), "a killed process leaves its last commit");
		}
		try (StateStore state = open(file())) {
			CloudServices cloud = services(state);
			assertEquals("late", cloud.things().list().get(2).name());
			cloud.things().delete("late");
			assertEquals(before, text(cloud));
			use(cloud);
		}
	}

	private void fill(CloudServices cloud) throws Exception {
		String thing = cloud.things().create("board", Map.of("led", "blue")).arn();
		cloud.things().create("other", Map.of());
		Certificate certificate = cloud.certificates().registerWithoutCa(DEVICE.pem(), CertificateStatus.ACTIVE);
		cloud.things().attachPrincipal("board", certificate.arn());
		cloud.policies().create("all", TestServices.ALLOW_ALL);
		cloud.policies().attach("all", certificate.arn());
		cloud.objects().createBucket(BUCKET);
		cloud.objects().put(BUCKET, "dir/plain", new byte[] { 1 });
		cloud.objects().put(BUCKET, "dir/plain", new byte[] { 2 });
		cloud.objects().setVersioning(BUCKET, Versioning.ENABLED);
		cloud.objects().put(BUCKET, "dir/plain", new byte[] { 3 });
		String version = cloud.objects().put(BUCKET, "app.bin", new byte[5000]).versionId();
		cloud.objects().delete(BUCKET, "dir/plain", null);
		String signer = cloud.acm().importCertificate(null, SIGNER.pem().getBytes(StandardCharsets.US_ASCII), key(), new byte[0]).arn();
		cloud.signing().putProfile("profile", SigningService.PLATFORM, signer, Map.of("certname", "ota_signer_pub"));
		String role = cloud.iam().createRole(new RoleRequest("ota", "/", TRUST, "", 3600)).arn();
		cloud.iam().attachPolicy("ota", "arn:aws:iam::aws:policy/service-role/AmazonFreeRTOSOTAUpdate");
		cloud.iam().putPolicy("ota", "own", TestServices.ALLOW_ALL);
		for (CodeSigning signing : List.of(new CodeSigning.StartSigning("profile", Optional.empty(), BUCKET, ""),
				new CodeSigning.Custom(new byte[] { 0x30, 2 }, "c", "SHA256", "ECDSA"))) {
			OtaUpdateFile ota = new OtaUpdateFile(Optional.of("a.bin"), Optional.of(3), Optional.empty(),
					new FileSource.InBucket(new S3Location(BUCKET, "app.bin", version)), signing, Map.of("a", "b"));
			cloud.otaUpdates().create(new OtaUpdateRequest("up" + cloud.otaUpdates().list().size(), "", List.of(thing), List.of("MQTT"), "SNAPSHOT",
					List.of(ota), role, JsonNodeFactory.instance.objectNode(), JsonNodeFactory.instance.objectNode(), Map.of()));
		}
		background.submit(() -> null).get();
		cloud.jobs().update("board", "AFR_OTA-up0", new JobUpdate(JobStatus.IN_PROGRESS, Optional.of(Map.of("receive", "1/241")),
				OptionalLong.empty(), OptionalLong.empty()));
		cloud.shadows().update("board", ShadowService.CLASSIC, bytes("{\"state\":{\"desired\":{\"a\":100.0},\"reported\":{\"b\":[1]}}}"));
		cloud.shadows().update("board", "led", bytes("{\"state\":{\"desired\":{\"a\":1}}}"));
		cloud.shadows().update("board", "gone", bytes("{\"state\":{\"desired\":{\"a\":1}}}"));
		cloud.shadows().delete("board", "gone", new byte[0]);
		cloud.messages().keep("kept", new byte[] { 0, 1 }, 1);
	}

	/** What only works if the restored parts fit together. */
	private void use(CloudServices cloud) {
		Certificate certificate = cloud.certificates().list().get(0);
		assertTrue(cloud.policies().allows(new ConnectionContext("board", certificate.id(), Optional.of("board")), "iot:Connect",
				cloud.arns().iot("client", "board")));
		assertThrows(ServiceException.class, () -> cloud.things().delete("board"));
		assertEquals("AFR_OTA-up0", cloud.jobs().next("board").orElseThrow().execution().jobId());
		assertEquals(5000, cloud.streams().content(cloud.streams().list().get(0), 0).length);
		assertTrue(cloud.shadows().update("board", "gone", bytes("{\"state\":{\"desired\":{\"a\":1}}}")).path("version").intValue() == 2);
		assertEquals("100.0", cloud.shadows().get("board", ShadowService.CLASSIC, new byte[0]).path("state").path("desired").path("a").asText());
		cloud.signing().startJob(new SigningRequest(new S3Location(BUCKET, "app.bin", null), BUCKET, "s/", "profile", "token"));
		cloud.jobs().delete("AFR_OTA-up0", true);
		assertFalse(cloud.jobs().next("board").isEmpty());
		cloud.iam().deletePolicy("ota", "own");
		cloud.objects().listVersions(BUCKET, "").forEach(each -> cloud.objects().delete(BUCKET, each.object().key(), each.object().versionId()));
		cloud.objects().deleteBucket(BUCKET);
	}

	@Test
	void anUpdateThatWasBeingMadeHasFailed() throws Exception {
		try (StateStore state = open(file())) {
			CloudServices cloud = services(state);
			fill(cloud);
			OtaUpdate update = cloud.otaUpdates().get("up0");
			state.table("ota-updates", OtaUpdate.class).put("up0", update.inProgress(clock.instant()));
		}
		try (StateStore state = open(file())) {
			OtaUpdate update = services(state).otaUpdates().get("up0");
			assertEquals(OtaUpdateStatus.CREATE_FAILED, update.status());
			assertEquals("InternalFailureException", update.error().orElseThrow().code());
		}
	}

	/** The whole account as text, with the content of arrays. */
	private static String text(CloudServices cloud) throws ReflectiveOperationException {
		StringBuilder all = new StringBuilder();
		append(all, List.of(cloud.things().list(), cloud.things().principals("board"), cloud.certificates().list(), cloud.policies().list(),
				cloud.policies().targetsOf("all"), cloud.jobs().list(), cloud.jobs().executionsOfThing("board"), cloud.streams().list(),
				cloud.objects().buckets(), cloud.objects().listVersions(BUCKET, ""), cloud.signing().profiles(), cloud.signing().jobs(),
				cloud.iam().roles(), cloud.iam().attachedPolicies("ota"), cloud.iam().inlinePolicies("ota"),
				cloud.iam().inlinePolicy("ota", "own"), cloud.otaUpdates().list(), cloud.shadows().names("board"),
				cloud.shadows().get("board", ShadowService.CLASSIC, new byte[0]), cloud.shadows().get("board", "led", new byte[0]),
				cloud.messages().retained()));
		for (AcmCertificate each : cloud.acm().list()) {
			append(all, List.of(each.arn(), each.certificate(), each.pem(), each.chainPem(), each.importedAt(), each.privateKey().getEncoded()));
		}
		return all.toString();
	}

	private static void append(StringBuilder out, Object value) throws ReflectiveOperationException {
		if (value instanceof Record) {
			for (RecordComponent component : value.getClass().getRecordComponents()) {
				component.getAccessor().setAccessible(true);
				append(out.append(component.getName()).append('='), component.getAccessor().invoke(value));
			}
		} else if (value instanceof byte[] bytes) {
			out.append(HexFormat.of().formatHex(bytes));
		} else if (value instanceof Collection<?> list) {
			for (Object each : list) {
				append(out, each);
			}
		} else if (value instanceof Optional<?> optional) {
			append(out, optional.isPresent() ? optional.get() : "none");
		} else {
			out.append(value instanceof Map<?, ?> map ? new TreeMap<>(map) : value).append('\n');
		}
	}

	private static byte[] key() {
		return ("-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(SIGNER.key().getEncoded())
				+ "\n-----END PRIVATE KEY-----\n").getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
