/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.ota;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.aws.CloudProblem;
import dev.bankswap.aws.OtaSigning;
import dev.bankswap.core.operation.FailureKind;
import dev.bankswap.core.operation.OperationFailure;
import dev.bankswap.core.operation.Waiter;
import dev.bankswap.core.provision.FakeDeviceCloud;
import dev.bankswap.core.signing.CodeSigner;
import dev.bankswap.core.signing.SigningException;
import dev.bankswap.formats.FirmwareImage;
import dev.bankswap.formats.FirmwareVersion;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class LaunchOtaTest {
	private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-08-23T09:52:00Z"), ZoneOffset.UTC);

	private final FakeDeviceCloud devices = new FakeDeviceCloud();
	private final FakeOtaCloud cloud = new FakeOtaCloud();
	private final List<Duration> pauses = new ArrayList<>();
	private final Waiter waiter = (time, monitor) -> pauses.add(time);
	private CodeSigner signer;
	private OtaRequest request;

	@BeforeEach
	void prepare() throws IOException {
		signer = CodeSigner.generate("me", CLOCK);
		FirmwareImage image = FirmwareImage.read(Path.of("..", "sample-firmware", "built", "aws_ri-1.1.0.elf"));
		request = OtaRequest.of(image, "board1", signer, CLOCK);
		devices.things.put("board1", new ArrayList<>());
	}

	private OtaLaunch launch(OtaRequest what) throws OperationFailure {
		LaunchOta operation = new LaunchOta(what, devices, cloud).waiter(waiter);
		operation.run(new NullProgressMonitor());
		return operation.launch().orElseThrow();
	}

	private FollowOta follow() {
		return new FollowOta(new OtaLaunch("id", "AFR_OTA-id", "board1", new dev.bankswap.aws.StoredImage("b", "k", "v")), cloud).waiter(waiter,
				FollowOta.DEFAULT_POLL);
	}

	@Test
	void signsUploadsAndCreatesTheJob() throws OperationFailure {
		cloud.statuses.add(FakeOtaCloud.status("CREATE_PENDING", "", ""));
		cloud.statuses.add(FakeOtaCloud.status("CREATE_IN_PROGRESS", "", ""));
		cloud.statuses.add(FakeOtaCloud.status("CREATE_COMPLETE", "", ""));
		assertEquals("AFR_OTA-id", launch(request).jobId());
		assertEquals(List.of("bucket afr-ota-123456789012-us-west-2", "role bankswap-ota-service", "upload aws_ri-1.1.0.bin", "create"), cloud.calls);
		assertArrayEquals(request.image().binary(), cloud.uploaded);
		assertEquals("H5DK_2023-08-23_095200", cloud.requests.get(0).id());
		assertEquals("STM32H573I-DK_aws.bin", cloud.requests.get(0).fileName());
		OtaSigning.Custom signing = (OtaSigning.Custom) cloud.requests.get(0).signing();
		assertTrue(CodeSigner.verify(signer.publicKey(), cloud.uploaded, signing.derSignature()));
		assertEquals("ota_signer_pub", signing.certificateName());
		assertEquals(List.of(Duration.ofMillis(20), Duration.ofMillis(30)), pauses);
	}

	@Test
	void signsTheSeedsWay() throws OperationFailure {
		cloud.statuses.add(FakeOtaCloud.status("CREATE_COMPLETE", "", ""));
		launch(request.withMode(SigningMode.SIGNER));
		assertTrue(cloud.calls.containsAll(List.of("certificate", "profile bankswap_ota_signer ota_signer_pub")));
		assertEquals(new OtaSigning.Signer("bankswap_ota_signer", "afr-ota-123456789012-us-west-2"), cloud.requests.get(0).signing());
	}

	@Test
	void waitsUntilANewRoleIsKnownEverywhere() throws OperationFailure {
		cloud.refusals = 2;
		cloud.statuses.add(FakeOtaCloud.status("CREATE_FAILED", "AccessDeniedException", "cannot assume role"));
		cloud.statuses.add(FakeOtaCloud.status("CREATE_COMPLETE", "", ""));
		launch(request);
		assertEquals(4, cloud.requests.size());
		assertEquals(Duration.ofSeconds(9), pauses.stream().reduce(Duration.ZERO, Duration::plus));
	}

	@Test
	void givesUpAndCleansUpWhenAccessStaysDenied() {
		for (int i = 0; i < 20; i++) {
			cloud.statuses.add(FakeOtaCloud.status("CREATE_FAILED", "AccessDeniedException", "not authorized to perform iam:PassRole"));
		}
		OperationFailure failure = assertThrows(OperationFailure.class, () -> launch(request));
		assertEquals(FailureKind.CLOUD_REJECTED, failure.kind());
		assertTrue(failure.getMessage().contains("iam:PassRole on the service role"), failure.getMessage());
		assertEquals("delete", cloud.calls.get(cloud.calls.size() - 1));
		assertEquals(11, cloud.requests.size());
	}

	@Test
	void refusesBeforeAnythingIsUploaded() throws SigningException {
		FirmwareVersion same = request.image().version().orElseThrow();
		byte[] otherKey = CodeSigner.generate("you", CLOCK).publicKey();
		List<OtaRequest> bad = List.of(request.withFileName("STM32H573I-DK_aws_ri.bin"), request.withUpdateId("x".repeat(57)), request.withUpdateId("a b"),
				request.withDevice(new OtaRequest.KnownDevice(Optional.of(same), Optional.empty())),
				request.withDevice(new OtaRequest.KnownDevice(Optional.empty(), Optional.of(otherKey))));
		for (OtaRequest what : bad) {
			assertEquals(FailureKind.BAD_INPUT, assertThrows(OperationFailure.class, () -> launch(what)).kind());
		}
		assertTrue(cloud.calls.isEmpty());
		devices.things.clear();
		assertTrue(assertThrows(OperationFailure.class, () -> launch(request)).getMessage().contains("board1"));
	}

	@Test
	void passesACheckedRequest() throws SigningException {
		OtaRequest known = request.withDevice(new OtaRequest.KnownDevice(Optional.of(FirmwareVersion.parse("1.0.0")), Optional.of(signer.publicKey())));
		assertTrue(Preflight.check(known).stream().allMatch(finding -> finding.severity() == Finding.Severity.OK), () -> known.toString());
	}

	@Test
	void followsToSuccess() throws OperationFailure {
		cloud.executions.add(Optional.empty());
		cloud.execution("QUEUED", Map.of());
		cloud.execution("IN_PROGRESS", Map.of("receive", "25/241"));
		cloud.execution("IN_PROGRESS", Map.of("self_test", "ready", "updatedBy", "0x01000000"));
		cloud.execution("IN_PROGRESS", Map.of("self_test", "active", "updatedBy", "0x01010000"));
		cloud.execution("SUCCEEDED", Map.of("reason", "accepted  v1.1.", "updatedBy", "  v1.."));
		List<OtaProgress> progress = new ArrayList<>();
		FollowOta operation = follow().progress(progress::add);
		operation.run(new NullProgressMonitor());
		assertTrue(operation.result().orElseThrow().succeeded());
		assertEquals(List.of(OtaProgress.Phase.QUEUED, OtaProgress.Phase.DOWNLOAD, OtaProgress.Phase.RESTART, OtaProgress.Phase.SELF_TEST,
				OtaProgress.Phase.ENDED), progress.stream().map(OtaProgress::phase).toList());
		assertEquals(25, progress.get(1).blocks());
		assertEquals(241, progress.get(1).total());
	}

	@Test
	void explainsAFailure() {
		cloud.execution("FAILED", Map.of("reason", "aborted: 0xe4000000"));
		FollowOta operation = follow();
		OperationFailure failure = assertThrows(OperationFailure.class, () -> operation.run(new NullProgressMonitor()));
		assertEquals(FailureKind.UPDATE_FAILED, failure.kind());
		assertTrue(failure.getMessage().contains("file name"), failure.getMessage());
		assertFalse(operation.result().orElseThrow().succeeded());
	}

	@Test
	void readsAllFormsOfReasons() {
		assertEquals(Messages.pal_signature, ReasonCode.explain("0x000000e3: 0x00ffb200").orElseThrow());
		assertEquals(Messages.pal_tooLarge, ReasonCode.explain("aborted: 0xe5000000").orElseThrow());
		assertEquals(Messages.pal_imageState, ReasonCode.explain("rejected: 0xe8000000").orElseThrow());
		assertEquals(Messages.agent_same, ReasonCode.explain("rejected: 0x00000010").orElseThrow());
		assertEquals(Messages.agent_lower, ReasonCode.explain("rejected: 0x0000000f").orElseThrow());
		assertEquals(Optional.empty(), ReasonCode.explain("accepted  v1.1."));
		assertEquals(Optional.empty(), ReasonCode.explain("rejected: 0x10"));
	}

	@Test
	void stopsFollowingAJobThatNeverEnds() {
		cloud.execution("QUEUED", Map.of());
		assertEquals(FailureKind.TIMEOUT, assertThrows(OperationFailure.class, () -> follow().run(new NullProgressMonitor())).kind());
	}

	@Test
	void followingOutlivesThrottlingAndALostNetworkButNotARefusal() throws OperationFailure {
		cloud.execution("SUCCEEDED", Map.of("reason", "accepted  v1.1."));
		cloud.unanswered.addAll(List.of(CloudProblem.THROTTLED, CloudProblem.UNREACHABLE, CloudProblem.THROTTLED));
		FollowOta operation = follow();
		operation.run(new NullProgressMonitor());
		assertTrue(operation.result().orElseThrow().succeeded());
		cloud.unanswered.add(CloudProblem.ACCESS_DENIED);
		OperationFailure failure = assertThrows(OperationFailure.class, () -> follow().run(new NullProgressMonitor()));
		assertEquals(FailureKind.ACCESS_DENIED, failure.kind());
	}
}
