/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.core.evidence.Timeline;
import dev.bankswap.core.operation.FailureKind;
import dev.bankswap.core.operation.OperationFailure;
import dev.bankswap.core.operation.StepReport;
import dev.bankswap.core.operation.StepState;
import dev.bankswap.device.CliClient;
import dev.bankswap.device.CliTiming;
import dev.bankswap.device.SerialException;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class ProvisionDeviceTest {
	private static final String PASSWORD = "p=\"ss w ö";
	private static final Duration SHORT = Duration.ofMillis(80);

	private final ScriptedBoard board = new ScriptedBoard();
	private final FakeDeviceCloud cloud = new FakeDeviceCloud();
	private final CliClient client = new CliClient(board, new CliTiming(SHORT, SHORT, SHORT, SHORT, 2));
	private final List<StepReport> reports = new ArrayList<>();
	private final Timeline timeline = new Timeline();

	@BeforeEach
	void open() throws SerialException {
		client.open();
	}

	@AfterEach
	void close() {
		client.close();
	}

	private static ProvisioningRequest request(PolicyChoice policy) throws OperationFailure {
		WifiNetwork wifi = new WifiNetwork("My Net", new Secret(PASSWORD.toCharArray()));
		return new ProvisioningRequest("board1", Optional.empty(), 8883, Optional.of(wifi), RootCertificate.amazonRootCa3(), policy, false);
	}

	private ProvisionDevice operation(ProvisioningRequest request) {
		return new ProvisionDevice(request, client, cloud).listener(reports::add).timeline(timeline)
				.observer(ConnectionObserver.onConsole(client, SHORT));
	}

	private List<StepState> ends() {
		return reports.stream().map(StepReport::state).filter(state -> state != StepState.RUNNING).toList();
	}

	@Test
	void makesABlankBoardAThing() throws OperationFailure {
		ProvisionDevice operation = operation(request(PolicyChoice.LEAST_PRIVILEGE));
		operation.run(new NullProgressMonitor());
		ProvisioningResult result = operation.result().orElseThrow();
		assertEquals("\"board1\"", board.config.get("thing_name"));
		assertEquals("\"abc-ats.iot.us-west-2.amazonaws.com\"", board.config.get("mqtt_endpoint"));
		assertEquals("\"" + PASSWORD + "\"", board.config.get("wifi_credential"));
		assertArrayEquals(RootCertificate.amazonRootCa3().der(), board.objects.get("root_ca_cert"));
		assertEquals(Digests.sha256(board.objects.get("tls_cert")), result.certificateId());
		assertEquals(List.of(result.certificateArn()), cloud.things.get("board1"));
		assertEquals(List.of(DevicePolicy.LEAST_PRIVILEGE_NAME), cloud.attached.get(result.certificateArn()));
		assertTrue(result.connection().orElseThrow().contains("clean MQTT Session"));
		assertEquals(ProvisioningStep.values().length, ends().size());
	}

	@Test
	void neverShowsThePassword() throws OperationFailure {
		ProvisioningRequest request = request(PolicyChoice.LEAST_PRIVILEGE);
		ProvisioningPlan plan = operation(request).plan(new NullProgressMonitor());
		operation(request).run(new NullProgressMonitor());
		String all = request + " " + plan + " " + operation(request).plan(new NullProgressMonitor()) + reports + timeline.facts();
		assertFalse(all.contains(PASSWORD), all);
		assertTrue(all.contains("wifi_credential"));
	}

	@Test
	void changesNothingTheSecondTime() throws OperationFailure {
		operation(request(PolicyChoice.ALLOW_ALL_DEV)).run(new NullProgressMonitor());
		assertTrue(operation(request(PolicyChoice.ALLOW_ALL_DEV)).plan(new NullProgressMonitor()).needed().stream()
				.allMatch(change -> change.step() == ProvisioningStep.RESET));
		reports.clear();
		board.commands.clear();
		operation(request(PolicyChoice.ALLOW_ALL_DEV)).run(new NullProgressMonitor());
		assertEquals(1, cloud.certificates.size());
		assertEquals(1, ends().stream().filter(StepState.DONE::equals).count(), "only the reset is done again");
		assertFalse(board.commands.contains("pki generate key"));
	}

	@Test
	void goesOnAfterAnyStepWhereThePortVanished() throws OperationFailure, SerialException {
		for (String command : List.of("conf get", "conf set mqtt_endpoint", "conf commit", "pki import cert", "MIIB", "pki generate key",
				"pki generate cert", "reset")) {
			board.unplugAt = command;
			OperationFailure failure = assertThrows(OperationFailure.class,
					() -> operation(request(PolicyChoice.LEAST_PRIVILEGE)).run(new NullProgressMonitor()), command);
			assertEquals(FailureKind.PORT_GONE, failure.kind(), command);
			assertEquals(StepState.FAILED, reports.get(reports.size() - 1).state());
			board.unplugAt = "";
			client.open();
		}
		operation(request(PolicyChoice.LEAST_PRIVILEGE)).run(new NullProgressMonitor());
		assertEquals(1, cloud.things.get("board1").size());
		assertEquals(1, cloud.certificates.size(), "no certificate is left without a board");
	}

	@Test
	void goesOnAfterAnyRefusalOfTheCloud() throws OperationFailure {
		for (String operation : List.of("GetCallerIdentity", "DescribeEndpoint", "CreateThing", "RegisterCertificateWithoutCA", "AttachThingPrincipal",
				"CreatePolicy", "AttachPolicy")) {
			cloud.refused = operation;
			OperationFailure failure = assertThrows(OperationFailure.class,
					() -> operation(request(PolicyChoice.LEAST_PRIVILEGE)).run(new NullProgressMonitor()), operation);
			assertEquals(FailureKind.ACCESS_DENIED, failure.kind());
		}
		cloud.refused = "";
		operation(request(PolicyChoice.LEAST_PRIVILEGE)).run(new NullProgressMonitor());
		assertEquals(1, cloud.certificates.size());
	}

	@Test
	void refusesACertificateForAnotherName() {
		board.wrongName = "somebody";
		OperationFailure failure = assertThrows(OperationFailure.class,
				() -> operation(request(PolicyChoice.LEAST_PRIVILEGE)).run(new NullProgressMonitor()));
		assertEquals(FailureKind.DEVICE_REJECTED, failure.kind());
		assertTrue(cloud.certificates.isEmpty());
	}

	@Test
	void refusesAPolicyOfTheSameNameThatSaysSomethingElse() throws Exception {
		cloud.ensurePolicy(DevicePolicy.LEAST_PRIVILEGE_NAME, "{}");
		OperationFailure failure = assertThrows(OperationFailure.class,
				() -> operation(request(PolicyChoice.LEAST_PRIVILEGE)).run(new NullProgressMonitor()));
		assertEquals(FailureKind.CLOUD_REJECTED, failure.kind());
	}

	@Test
	void saysWhenTheBoardDoesNotConnect() {
		board.connects = false;
		OperationFailure failure = assertThrows(OperationFailure.class,
				() -> operation(request(PolicyChoice.LEAST_PRIVILEGE)).run(new NullProgressMonitor()));
		assertEquals(FailureKind.TIMEOUT, failure.kind());
	}

	@Test
	void stopsWhenCancelled() {
		NullProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		OperationFailure failure = assertThrows(OperationFailure.class, () -> operation(request(PolicyChoice.LEAST_PRIVILEGE)).run(monitor));
		assertEquals(FailureKind.CANCELLED, failure.kind());
		assertTrue(board.commands.isEmpty());
	}
}
