/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class OtaUpdateServiceTest {

	private static final String BUCKET = "afr-ota-test";

	private static final String THING = "board";

	private static final byte[] IMAGE = "the image".repeat(1000).getBytes(StandardCharsets.US_ASCII);

	private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
			+ "{\"Service\":\"%s\"},\"Action\":\"sts:AssumeRole\"}]}";

	private static final TestServices.Identity SIGNER = TestServices.identity("signer");

	private final TestServices account = new TestServices();

	private final CloudServices cloud = account.services;

	private String role = "";

	private String version = "";

	@BeforeEach
	void prepare() {
		cloud.things().create(THING, Map.of());
		cloud.objects().createBucket(BUCKET);
		cloud.objects().setVersioning(BUCKET, Versioning.ENABLED);
		version = cloud.objects().put(BUCKET, "app.bin", IMAGE).versionId();
		cloud.signing().putProfile("profile", SigningService.PLATFORM, importSigner(), Map.of("certname", "ota_signer_pub"));
		role = role("ota", "iot.amazonaws.com");
		cloud.iam().attachPolicy("ota", "arn:aws:iam::aws:policy/service-role/AmazonFreeRTOSOTAUpdate");
	}

	@AfterEach
	void stop() {
		account.close();
	}

	@Test
	void signerStreamAndJobAreMade() throws GeneralSecurityException {
		OtaUpdate accepted = cloud.otaUpdates().create(request("up", signedNow("profile", BUCKET), role));
		assertEquals(OtaUpdateStatus.CREATE_PENDING, accepted.status());
		assertEquals("AFR_OTA-up", accepted.jobId());
		settle();
		OtaUpdate update = cloud.otaUpdates().get("up");
		assertEquals(OtaUpdateStatus.CREATE_COMPLETE, update.status(), String.valueOf(update.error()));
		JsonNode ota = cloud.jobs().get("AFR_OTA-up").document().path("afr_ota");
		assertEquals(44, ota.path("streamname").asText().length(), "the device takes at most 44 characters");
		JsonNode file = ota.path("files").path(0);
		assertEquals(List.of("filepath", "filesize", "fileid", "certfile", "sig-sha256-ecdsa"), names(file));
		assertEquals(IMAGE.length, file.path("filesize").asInt());
		assertEquals("ota_signer_pub", file.path("certfile").asText());
		assertTrue(verifies(file.path("sig-sha256-ecdsa").asText()));
		Stream stream = cloud.streams().get(ota.path("streamname").asText());
		assertArrayEquals(IMAGE, cloud.streams().content(stream, 0));
	}

	@Test
	void theSignedObjectIsTheOlderVersionOfTheRawOne() {
		cloud.otaUpdates().create(request("up", signedNow("profile", BUCKET), role));
		settle();
		String key = cloud.signing().jobs().get(0).signedKey();
		List<ObjectVersion> versions = cloud.objects().listVersions(BUCKET, key);
		assertEquals(2, versions.size());
		assertArrayEquals(IMAGE, versions.get(0).object().bytes());
		ObjectNode signed = TestServices.json(new String(versions.get(1).object().bytes(), StandardCharsets.UTF_8));
		assertEquals(List.of("rawPayloadSize", "signature", "signatureAlgorithm", "payload"), names(signed));
		assertEquals(IMAGE.length, signed.path("rawPayloadSize").asInt());
	}

	@Test
	void whatTheUserSignedIsPassedOnAsText() {
		String text = Base64.getEncoder().encodeToString(new byte[] { 0x30, 0x45, 2 });
		cloud.otaUpdates().create(request("up", new CodeSigning.Custom(text.getBytes(StandardCharsets.US_ASCII), "ota_signer_pub",
				"SHA256", "ECDSA"), role));
		cloud.otaUpdates().create(
				request("raw", new CodeSigning.Custom(new byte[] { 0x30, 0x45, 2 }, "ota_signer_pub", "SHA256", "ECDSA"), role));
		settle();
		for (String id : List.of("AFR_OTA-up", "AFR_OTA-raw")) {
			JsonNode file = cloud.jobs().get(id).document().path("afr_ota").path("files").path(0);
			assertEquals(text, file.path("sig-sha256-ecdsa").asText());
		}
	}

	@Test
	void theMembersOfTheOtherProtocolCanBeNull() {
		cloud.otaUpdates().setExplicitNulls(true);
		cloud.otaUpdates().create(request("up", signedNow("profile", BUCKET), role));
		settle();
		JsonNode file = cloud.jobs().get("AFR_OTA-up").document().path("afr_ota").path("files").path(0);
		assertTrue(file.has("update_data_url") && file.path("update_data_url").isNull());
		assertTrue(file.has("auth_scheme") && file.path("auth_scheme").isNull());
	}

	@Test
	void whatGoesWrongIsInTheError() {
		cloud.objects().createBucket("afr-ota-unversioned");
		fails("AccessDeniedException", "app2.bin not accessible", request("a",
				new FileSource.InBucket(new S3Location(BUCKET, "app2.bin", null)), signedNow("profile", BUCKET), role));
		fails("AccessDeniedException", "Service: AWSSigner; Status Code: 403", request("b",
				new FileSource.InBucket(new S3Location(BUCKET, "app.bin", "wrong")), signedNow("profile", BUCKET), role));
		fails("ValidationException", "Versioning is not enabled", request("c", signedNow("profile", "afr-ota-unversioned"), role));
		fails("ResourceNotFoundException", "Signing profile nobody", request("d", signedNow("nobody", BUCKET), role));
		fails("AccessDeniedException", "does not exist", request("e", signedNow("profile", BUCKET), role + "2"));
		fails("AccessDeniedException", "cannot be assumed by iot.amazonaws.com",
				request("f", signedNow("profile", BUCKET), role("lambda", "lambda.amazonaws.com")));
		fails("ResourceNotFoundException", "nothing", new OtaUpdateRequest("g", "", List.of(cloud.arns().thing("nothing")),
				List.of("MQTT"), "SNAPSHOT", request("g", signedNow("profile", BUCKET), role).files(), role, empty(), empty(), Map.of()));
	}

	@Test
	void aRoleWithoutAccessToTheBucketIsTheMostFrequentMistake() {
		cloud.objects().createBucket("firmware");
		cloud.objects().setVersioning("firmware", Versioning.ENABLED);
		cloud.objects().put("firmware", "app.bin", IMAGE);
		FileSource source = new FileSource.InBucket(new S3Location("firmware", "app.bin", null));
		fails("AccessDeniedException", "S3 object app.bin not accessible. Please check your permissions (Service: AWSSigner",
				request("a", source, signedNow("profile", "firmware"), role));
		cloud.iam().putPolicy("ota", "s3", "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"S3:Get*\",\"s3:PutObject\"],"
				+ "\"Resource\":\"arn:aws:s3:::firmware/*\"}}");
		cloud.otaUpdates().create(request("b", source, signedNow("profile", "firmware"), role));
		settle();
		assertEquals(OtaUpdateStatus.CREATE_COMPLETE, cloud.otaUpdates().get("b").status());
		cloud.iam().putPolicy("ota", "no", "{\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}]}");
		fails("AccessDeniedException", "not accessible", request("c", source, signedNow("profile", "firmware"), role));
	}

	@Test
	void anIdThatNoJobCanHaveIsRefusedAtOnce() {
		ServiceException e = assertThrows(ServiceException.class,
				() -> cloud.otaUpdates().create(request("x".repeat(57), signedNow("profile", BUCKET), role)));
		assertEquals("InvalidRequestException", e.code());
		cloud.otaUpdates().create(request("x".repeat(56), signedNow("profile", BUCKET), role));
		assertEquals("ResourceAlreadyExistsException", assertThrows(ServiceException.class,
				() -> cloud.otaUpdates().create(request("x".repeat(56), signedNow("profile", BUCKET), role))).code());
	}

	@Test
	void deletionTakesTheJobAndTheStream() {
		cloud.otaUpdates().create(request("up", signedNow("profile", BUCKET), role));
		settle();
		String stream = cloud.otaUpdates().get("up").streamId().orElseThrow();
		assertThrows(ServiceException.class, () -> cloud.otaUpdates().delete("up", true, false));
		cloud.otaUpdates().delete("up", true, true);
		assertThrows(ServiceException.class, () -> cloud.jobs().get("AFR_OTA-up"));
		assertThrows(ServiceException.class, () -> cloud.streams().get(stream));
		assertThrows(ServiceException.class, () -> cloud.otaUpdates().get("up"));
	}

	@Test
	void aSignatureThatWasMadeBeforeIsUsed() {
		SigningJob job = cloud.signing().startJob(
				new SigningRequest(new S3Location(BUCKET, "app.bin", version), BUCKET, "signed/", "profile", "token"));
		assertEquals(job.id(), cloud.signing().startJob(job.request()).id(), "the token makes it the same request");
		cloud.otaUpdates().create(request("up", new CodeSigning.SignedBefore(job.id()), role));
		settle();
		JsonNode file = cloud.jobs().get("AFR_OTA-up").document().path("afr_ota").path("files").path(0);
		assertEquals(job.signature(), file.path("sig-sha256-ecdsa").asText());
	}

	@Test
	void onlyKeysThatTheDevicesVerifyCanSign() {
		assertEquals("ResourceNotFoundException", assertThrows(ServiceException.class,
				() -> cloud.signing().putProfile("p", SigningService.PLATFORM, "arn:nothing", Map.of())).code());
		assertEquals("ValidationException", assertThrows(ServiceException.class,
				() -> cloud.signing().putProfile("p", "AWSLambda-SHA384-ECDSA", importSigner(), Map.of())).code());
		TestServices.Identity other = TestServices.identity("other");
		ServiceException mixed = assertThrows(ServiceException.class,
				() -> cloud.acm().importCertificate(null, SIGNER.pem().getBytes(), pem(other), new byte[0]));
		assertTrue(String.valueOf(mixed.getMessage()).contains("does not match"));
		assertFalse(String.valueOf(mixed.getMessage()).contains("PRIVATE"));
	}

	private void fails(String code, String message, OtaUpdateRequest request) {
		cloud.otaUpdates().create(request);
		settle();
		OtaUpdate update = cloud.otaUpdates().get(request.id());
		assertEquals(OtaUpdateStatus.CREATE_FAILED, update.status());
		OtaUpdate.Failure error = update.error().orElseThrow();
		assertEquals(code, error.code());
		assertTrue(error.message().contains(message), error.message());
		assertTrue(cloud.jobs().list().stream().noneMatch(job -> job.jobId().equals(update.jobId())), "no job is made");
	}

	private OtaUpdateRequest request(String id, CodeSigning signing, String roleArn) {
		return request(id, new FileSource.InBucket(new S3Location(BUCKET, "app.bin", version)), signing, roleArn);
	}

	private OtaUpdateRequest request(String id, FileSource source, CodeSigning signing, String roleArn) {
		OtaUpdateFile file = new OtaUpdateFile(Optional.of("STM32H573I-DK_aws.bin"), Optional.empty(), Optional.of("1"), source,
				signing, Map.of());
		return new OtaUpdateRequest(id, "", List.of(cloud.arns().thing(THING)), List.of("MQTT"), "SNAPSHOT", List.of(file), roleArn,
				empty(), empty(), Map.of());
	}

	private static CodeSigning signedNow(String profile, String bucket) {
		return new CodeSigning.StartSigning(profile, Optional.empty(), bucket, "");
	}

	private String role(String name, String principal) {
		return cloud.iam().createRole(new RoleRequest(name, "/", String.format(TRUST, principal), "", 3600)).arn();
	}

	private String importSigner() {
		return cloud.acm().importCertificate(null, SIGNER.pem().getBytes(StandardCharsets.US_ASCII), pem(SIGNER), new byte[0]).arn();
	}

	private static byte[] pem(TestServices.Identity identity) {
		return ("-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(identity.key().getEncoded())
				+ "\n-----END PRIVATE KEY-----\n").getBytes(StandardCharsets.US_ASCII);
	}

	private static boolean verifies(String signature) throws GeneralSecurityException {
		Signature verifier = Signature.getInstance("SHA256withECDSA");
		verifier.initVerify(SIGNER.certificate());
		verifier.update(IMAGE);
		return verifier.verify(Base64.getDecoder().decode(signature));
	}

	private static List<String> names(JsonNode json) {
		List<String> names = new java.util.ArrayList<>();
		json.fieldNames().forEachRemaining(names::add);
		return names;
	}

	private static ObjectNode empty() {
		return JsonNodeFactory.instance.objectNode();
	}

	private void settle() {
		try {
			cloud.background().submit(() -> null).get();
		} catch (InterruptedException | ExecutionException e) {
			throw new IllegalStateException(e);
		}
	}
}
