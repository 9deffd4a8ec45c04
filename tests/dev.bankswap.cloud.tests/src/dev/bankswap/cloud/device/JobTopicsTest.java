/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.bankswap.cloud.device.RecordedReplies.Sent;
import dev.bankswap.cloud.service.JobRequest;
import dev.bankswap.cloud.service.JobStatus;
import dev.bankswap.cloud.service.JobUpdate;
import dev.bankswap.cloud.service.TestServices;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class JobTopicsTest {

	private static final String JOBS = "$aws/things/board/jobs/";

	/** Second of the clock of the tests. */
	private static final long NOW = 1692784320;

	private final TestServices cloud = new TestServices();

	private final RecordedReplies out = new RecordedReplies();

	private final ReservedTopics topics = new ReservedTopics(cloud.services, out);

	@BeforeEach
	void createThing() {
		cloud.services.things().create("board", Map.of());
	}

	@AfterEach
	void close() {
		cloud.close();
	}

	private Sent ask(String topic, String payload) {
		assertTrue(topics.handle(out, JOBS + topic, payload.getBytes(StandardCharsets.UTF_8)));
		Sent reply = out.sent.remove(0);
		assertTrue(reply.direct(), "replies of the jobs API go to the session that asked");
		return reply;
	}

	private void job(String id) {
		cloud.job(id, "board");
		out.sent.clear();
	}

	@Test
	void anEmptyQueueIsAnsweredWithoutExecution() {
		Sent reply = ask("$next/get", "{\"clientToken\":\":board\"}");

		assertEquals(JOBS + "$next/get/accepted", reply.topic());
		assertEquals("{\"clientToken\":\":board\",\"timestamp\":" + NOW + "}", reply.text());
	}

	@Test
	void describeHasTheMembersInTheOrderOfTheService() {
		job("job1");
		assertEquals("{\"clientToken\":\"t\",\"timestamp\":" + NOW + ",\"execution\":{\"jobId\":\"job1\",\"status\":\"QUEUED\",\"queuedAt\":" + NOW
				+ ",\"lastUpdatedAt\":" + NOW + ",\"versionNumber\":1,\"executionNumber\":1,\"jobDocument\":{\"do\":\"job1\"}}}",
				ask("$next/get", "{\"clientToken\":\"t\"}").text());

		cloud.clock.advance(Duration.ofSeconds(3));
		cloud.services.jobs().update("board", "job1", JobUpdate.of(JobStatus.IN_PROGRESS, Map.of("self_test", "ready")));
		assertEquals("{\"timestamp\":" + (NOW + 3) + ",\"execution\":{\"jobId\":\"job1\",\"status\":\"IN_PROGRESS\","
				+ "\"statusDetails\":{\"self_test\":\"ready\"},\"queuedAt\":" + NOW + ",\"startedAt\":" + (NOW + 3) + ",\"lastUpdatedAt\":"
				+ (NOW + 3) + ",\"versionNumber\":2,\"executionNumber\":1}}", ask("job1/get", "{\"includeJobDocument\":false}").text());
	}

	@Test
	void anUpdateIsAnsweredWithWhatWasAskedFor() {
		job("job1");

		assertEquals("{\"timestamp\":" + NOW + "}", ask("job1/update", "{\"status\":\"IN_PROGRESS\",\"statusDetails\":{\"receive\":\"1/241\"}}").text());
		assertEquals("{\"clientToken\":\"t\",\"timestamp\":" + NOW + ",\"executionState\":{\"status\":\"IN_PROGRESS\","
				+ "\"statusDetails\":{\"receive\":\"1/241\"},\"versionNumber\":3},\"jobDocument\":{\"do\":\"job1\"}}",
				ask("job1/update", "{\"status\":\"IN_PROGRESS\",\"expectedVersion\":2,\"includeJobExecutionState\":true,"
						+ "\"includeJobDocument\":true,\"clientToken\":\"t\"}").text());
		assertTrue(out.sent.isEmpty(), "progress is no reason for a notification");
	}

	@Test
	void theEndOfTheLastJobIsAnsweredFirstAndThenNotified() {
		job("job1");

		assertEquals(JOBS + "job1/update/accepted", peekTopicsAfter("job1/update", "{\"status\":\"SUCCEEDED\"}"));
		assertEquals(List.of(JOBS + "notify", JOBS + "notify-next"), out.sent.stream().map(Sent::topic).toList());
		assertEquals("{\"timestamp\":" + NOW + ",\"jobs\":{}}", out.sent.get(0).text());
		assertEquals("{\"timestamp\":" + NOW + "}", out.sent.get(1).text());
	}

	/** The recorder is synchronous, so here notifications come while the request is handled; the broker queues them behind it. */
	private String peekTopicsAfter(String topic, String payload) {
		assertTrue(topics.handle(out, JOBS + topic, payload.getBytes(StandardCharsets.UTF_8)));
		Sent reply = out.sent.stream().filter(Sent::direct).findFirst().orElseThrow();
		out.sent.remove(reply);
		return reply.topic();
	}

	@Test
	void aNewJobIsNotifiedWithItsDocument() {
		cloud.job("job1", "board");

		assertEquals("{\"timestamp\":" + NOW + ",\"jobs\":{\"QUEUED\":[{\"jobId\":\"job1\",\"queuedAt\":" + NOW + ",\"lastUpdatedAt\":" + NOW
				+ ",\"executionNumber\":1,\"versionNumber\":1}]}}", out.sent.get(0).text());
		assertEquals("{\"timestamp\":" + NOW + ",\"execution\":{\"jobId\":\"job1\",\"status\":\"QUEUED\",\"queuedAt\":" + NOW
				+ ",\"lastUpdatedAt\":" + NOW + ",\"versionNumber\":1,\"executionNumber\":1,\"jobDocument\":{\"do\":\"job1\"}}}",
				out.sent.get(1).text());
	}

	@Test
	void theNotificationOfTheSampleLogHasItsSize() {
		// 508 bytes are in a public log of the firmware: 28-character job id, 16-character path, 6-digit size, 96-character signature
		String document = "{\"afr_ota\":{\"protocols\":[\"MQTT\"],\"streamname\":\"AFR_OTA-456f10ca-4c96-4bd2-855a-f4bb3ddd9b8c\",\"files\":[{\"filepath\":\""
				+ "f".repeat(16) + "\",\"filesize\":492536,\"fileid\":0,\"certfile\":\"ota_signer_pub\",\"sig-sha256-ecdsa\":\"" + "s".repeat(96)
				+ "\"}]}}";
		cloud.services.jobs().create(new JobRequest("j".repeat(28), List.of(cloud.services.arns().thing("board")),
				TestServices.json(document), "", "SNAPSHOT"));

		assertEquals(508, out.sent.get(1).payload().length);
	}

	@Test
	void pendingJobsAreListedByState() {
		job("job1");
		job("job2");
		cloud.services.jobs().update("board", "job2", JobUpdate.of(JobStatus.IN_PROGRESS, Map.of()));
		out.sent.clear();

		assertEquals("{\"timestamp\":" + NOW + ",\"inProgressJobs\":[{\"jobId\":\"job2\",\"queuedAt\":" + NOW + ",\"lastUpdatedAt\":" + NOW
				+ ",\"startedAt\":" + NOW + ",\"executionNumber\":1,\"versionNumber\":2}],\"queuedJobs\":[{\"jobId\":\"job1\",\"queuedAt\":" + NOW
				+ ",\"lastUpdatedAt\":" + NOW + ",\"executionNumber\":1,\"versionNumber\":1}]}", ask("get", "").text());
	}

	@Test
	void startNextStartsTheHead() {
		job("job1");

		assertTrue(ask("start-next", "{\"statusDetails\":{\"a\":\"b\"}}").text().contains("\"status\":\"IN_PROGRESS\",\"statusDetails\":{\"a\":\"b\"}"));
		cloud.services.jobs().update("board", "job1", JobUpdate.of(JobStatus.SUCCEEDED, Map.of()));
		out.sent.clear();
		assertEquals("{\"timestamp\":" + NOW + "}", ask("start-next", "{}").text());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "nothing/here/at/all | {} | InvalidTopic", "$next/update | {\"status\":\"FAILED\"} | InvalidTopic",
			"$next/get | {\"clientToken\" | InvalidJson", "$next/get | [] | InvalidJson", "$next/get | {\"clientToken\":7} | InvalidRequest",
			"job1/update | {} | InvalidRequest", "job1/update | {\"status\":\"QUEUED\"} | InvalidRequest",
			"job1/update | {\"status\":\"IN_PROGRESS\",\"statusDetails\":{\"a\":1}} | InvalidRequest",
			"job1/update | {\"status\":\"IN_PROGRESS\",\"statusDetails\":{\"a\":\"\"}} | InvalidRequest",
			"job1/update | {\"status\":\"IN_PROGRESS\",\"stepTimeoutInMinutes\":0} | InvalidRequest",
			"job1/update | {\"status\":\"IN_PROGRESS\",\"expectedVersion\":9} | VersionMismatch",
			"job9/update | {\"status\":\"IN_PROGRESS\"} | ResourceNotFound", "job9/get | {} | ResourceNotFound",
			"job1/get | {\"executionNumber\":2} | ResourceNotFound", "done/get | {} | TerminalStateReached",
			"done/update | {\"status\":\"IN_PROGRESS\"} | InvalidStateTransition" })
	void refusalsCarryTheCodeOfTheService(String topic, String payload, String code) {
		job("job1");
		job("done");
		cloud.services.jobs().update("board", "done", JobUpdate.of(JobStatus.SUCCEEDED, Map.of("a", "b")));
		out.sent.clear();

		Sent reply = ask(topic, payload);

		assertEquals(JOBS + topic + "/rejected", reply.topic());
		assertTrue(reply.text().startsWith("{\"code\":\"" + code + "\",\"message\":\""), reply.text());
		assertEquals("InvalidStateTransition".equals(code) || "VersionMismatch".equals(code), reply.text().contains("\"executionState\":{"));
	}

	@Test
	void unknownThingsAndServicesAreRefused() {
		assertTrue(topics.handle(out, "$aws/things/nobody/jobs/get", new byte[0]));
		assertTrue(out.only().text().contains("ResourceNotFound"));
		assertFalse(topics.handle(out, "$aws/things/board/unknown/get", new byte[0]));
		assertFalse(topics.handle(out, "$aws/things/board", new byte[0]));
		assertFalse(topics.handle(out, "$SYS/x", new byte[0]));
		assertTrue(topics.handle(out, "$aws/rules/rule/x", new byte[0]));
	}

	@Test
	void mutatedRequestsAreAlwaysAnswered() {
		Random random = new Random(3);
		String valid = "{\"status\":\"IN_PROGRESS\",\"statusDetails\":{\"a\":\"b\"},\"expectedVersion\":1,\"clientToken\":\"t\"}";
		for (int i = 0; i < 2000; i++) {
			byte[] payload = valid.getBytes(StandardCharsets.UTF_8);
			for (int n = random.nextInt(6); n >= 0; n--) {
				payload[random.nextInt(payload.length)] = (byte) random.nextInt(256);
			}
			assertTrue(topics.handle(out, JOBS + "job1/update", payload));
			assertTrue(out.only().direct());
		}
	}
}
