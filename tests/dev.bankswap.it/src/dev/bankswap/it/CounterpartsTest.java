/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.bankswap.cloud.LocalCloud;
import dev.bankswap.simulator.demo.Demo;
import dev.bankswap.simulator.demo.DemoException;
import dev.bankswap.simulator.demo.DemoListener;
import dev.bankswap.simulator.demo.DemoOptions;
import dev.bankswap.simulator.demo.DemoReport;
import dev.bankswap.simulator.demo.DemoStage;
import dev.bankswap.simulator.demo.StageResult;
import dev.bankswap.testing.NoErrorLogged;

/** The whole line, looked at by programs that nobody here wrote. */
@ExtendWith(NoErrorLogged.class)
class CounterpartsTest {

	private static Demo demo;
	private static DemoReport report;

	@TempDir
	Path folder;

	@BeforeAll
	static void runTheDemo() throws DemoException {
		demo = new Demo(DemoOptions.defaults(), new DemoListener() {
			@Override
			public void started(DemoStage stage) {
				// only the result counts here
			}

			@Override
			public void finished(StageResult result) {
				// only the result counts here
			}
		});
		report = demo.run(new NullProgressMonitor());
	}

	@AfterAll
	static void stop() {
		demo.close();
	}

	private static LocalCloud cloud() {
		return demo.cloud().orElseThrow();
	}

	private static JsonNode aws(String... arguments) throws IOException {
		return new ObjectMapper().readTree(Aws.ok(cloud().httpPort(), arguments));
	}

	@Test
	void theUpdateSucceeds() {
		assertTrue(report.succeeded(), report::toString);
		assertEquals("SUCCEEDED", report.jobStatus());
		assertEquals("1.1.0", report.version());
		assertEquals(2, report.bank());
		assertEquals(DemoStage.values().length, report.stages().size());
	}

	@Test
	void debiansAwsSeesTheUpdateAndTheJobExecution() throws IOException {
		JsonNode update = aws("iot", "get-ota-update", "--ota-update-id", report.updateId()).get("otaUpdateInfo");
		assertEquals("CREATE_COMPLETE", update.get("otaUpdateStatus").asText());
		assertEquals("AFR_OTA-" + report.updateId(), update.get("awsIotJobId").asText());
		JsonNode execution = aws("iot", "describe-job-execution", "--job-id", "AFR_OTA-" + report.updateId(),
				"--thing-name", report.thing()).get("execution");
		assertEquals("SUCCEEDED", execution.get("status").asText());
		// the firmware's formatter writes nothing for a zero
		assertEquals("accepted  v1.1.", execution.at("/statusDetails/detailsMap/reason").asText());
	}

	@Test
	void telemetryReachesARegisteredSubscriberAndNobodyElse() throws IOException {
		Path key = folder.resolve("key.pem");
		Path certificate = folder.resolve("cert.pem");
		openssl(key, certificate);
		try (Run refused = subscribe(key, certificate)) {
			assertNotEquals(0, refused.exit(60), refused::toString);
			assertFalse(refused.out().contains("timer_s"), refused::toString);
		}
		refusedInTheHandshake(key, certificate);
		String arn = aws("iot", "register-certificate-without-ca", "--status", "ACTIVE", "--certificate-pem",
				"file://" + certificate).get("certificateArn").asText();
		aws("iot", "create-policy", "--policy-name", "Listen", "--policy-document",
				"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"iot:*\",\"Resource\":\"*\"}]}");
		Aws.ok(cloud().httpPort(), "iot", "attach-policy", "--target", arn, "--policy-name", "Listen");
		try (Run subscriber = subscribe(key, certificate)) {
			assertEquals(0, subscriber.exit(60), subscriber::toString);
			assertEquals(2, subscriber.out().lines().count(), subscriber::toString);
			assertTrue(subscriber.out().startsWith("{ \"timer_s\": "), subscriber::toString);
		}
	}

	/** mosquitto's client does not say why its connection was lost; openssl does. */
	private static void refusedInTheHandshake(Path key, Path certificate) {
		try (Run client = Run.start("openssl", "s_client", "-connect", "localhost:" + cloud().mqttPort(), "-servername",
				cloud().endpointHost(), "-CAfile", cloud().rootCa().toString(), "-cert", certificate.toString(), "-key",
				key.toString(), "-tls1_2")) {
			assertNotEquals(0, client.exit(30), client::toString);
			assertTrue(client.err().contains("alert certificate unknown"), client::toString);
		}
	}

	private static void openssl(Path key, Path certificate) {
		try (Run openssl = Run.start("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
				"-nodes", "-keyout", key.toString(), "-out", certificate.toString(), "-days", "2", "-subj", "/CN=listener")) {
			assertEquals(0, openssl.exit(30), openssl::toString);
		}
	}

	private static Run subscribe(Path key, Path certificate) {
		return Run.start("mosquitto_sub", "-h", cloud().endpointHost(), "-p", Integer.toString(cloud().mqttPort()), "--cafile",
				cloud().rootCa().toString(), "--cert", certificate.toString(), "--key", key.toString(), "-i", "listener", "-t",
				report.thing() + "/net_stats", "-C", "2", "-W", "30");
	}
}
