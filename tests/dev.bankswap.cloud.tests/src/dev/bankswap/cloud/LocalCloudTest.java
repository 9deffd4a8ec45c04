/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.bankswap.cloud.service.JobRequest;
import dev.bankswap.cloud.service.JobStatus;
import dev.bankswap.cloud.service.ShadowService;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
@Timeout(60)
class LocalCloudTest {

	@TempDir
	Path folder;

	@Test
	void itStartsOnFreePortsAndClosesThem() throws IOException, InterruptedException {
		LocalCloud cloud = LocalCloud.start(CloudOptions.defaults(folder.resolve("new")));
		int mqtt = cloud.mqttPort();
		int http = cloud.httpPort();
		assertTrue(Files.readString(cloud.rootCa()).startsWith("-----BEGIN CERTIFICATE-----"));
		assertEquals("us-west-2", cloud.region());
		assertEquals("123456789012", cloud.accountId());
		assertEquals("localhost", cloud.endpointHost());
		cloud.close();

		for (int port : new int[] { mqtt, http }) {
			new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
		}
		assertNoThreadLeft();
	}

	@Test
	void aBusyPortIsReportedAndNothingIsLeft() throws IOException, InterruptedException {
		try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			int port = busy.getLocalPort();
			for (CloudOptions options : List.of(new CloudOptions(folder, "us-west-2", "123456789012", 0, port, Clock.systemUTC()),
					new CloudOptions(folder, "us-west-2", "123456789012", port, 0, Clock.systemUTC()))) {
				IOException refusal = assertThrows(IOException.class, () -> LocalCloud.start(options));
				assertTrue(String.valueOf(refusal.getMessage()).contains(String.valueOf(port)));
			}
		}
		assertNoThreadLeft();
	}

	@Test
	void listenersHearOfJobs() throws IOException {
		List<CloudEvent> events = new CopyOnWriteArrayList<>();
		try (LocalCloud cloud = LocalCloud.start(CloudOptions.defaults(folder))) {
			NoErrorLogged.expect("A listener failed");
			cloud.addListener(event -> {
				throw new IllegalStateException("on purpose");
			});
			cloud.addListener(events::add);
			String target = cloud.services().things().create("board", Map.of()).arn();
			cloud.services().jobs().create(new JobRequest("job1", List.of(target), JsonNodeFactory.instance.objectNode(), "", "SNAPSHOT"));
		}

		assertTrue(events.get(0) instanceof CloudEvent.JobExecutionChanged changed && changed.execution().status() == JobStatus.QUEUED);
	}

	@Test
	void theDataPlaneReachesTheBrokersServices() throws IOException, InterruptedException {
		BlockingQueue<String> topics = new LinkedBlockingQueue<>();
		try (LocalCloud cloud = LocalCloud.start(CloudOptions.defaults(folder))) {
			cloud.services().things().create("board", Map.of());
			cloud.addListener(event -> {
				if (event instanceof CloudEvent.MessagePublished message) {
					topics.add(message.topic());
				}
			});
			String prefix = "$aws/things/board/shadow/update";
			cloud.services().messages().publish(prefix, "{\"state\":{\"desired\":{\"a\":1}}}".getBytes(StandardCharsets.UTF_8), 1, false);
			for (String end : List.of("", "/accepted", "/documents", "/delta")) {
				assertEquals(prefix + end, topics.poll(30, TimeUnit.SECONDS));
			}
			cloud.services().shadows().delete("board", ShadowService.CLASSIC, new byte[0]);
			assertEquals("$aws/things/board/shadow/delete/accepted", topics.poll(30, TimeUnit.SECONDS));
		}
	}

	@Test
	void thePersistentAccountIsThereAgain() throws IOException {
		CloudOptions options = CloudOptions.defaults(folder).persistent();
		try (LocalCloud cloud = LocalCloud.start(options)) {
			cloud.services().things().create("board", Map.of());
			IOException refusal = assertThrows(IOException.class, () -> LocalCloud.start(options));
			assertTrue(String.valueOf(refusal.getMessage()).contains("another process uses it"), refusal.getMessage());
		}
		try (LocalCloud cloud = LocalCloud.start(options)) {
			assertEquals("board", cloud.services().things().list().get(0).name());
		}
		try (LocalCloud cloud = LocalCloud.start(CloudOptions.defaults(folder))) {
			assertTrue(cloud.services().things().list().isEmpty(), "an ephemeral cloud neither reads nor writes the account");
		}
	}

	/** A thread that has said its work is done may need a moment to end. */
	private static void assertNoThreadLeft() throws InterruptedException {
		for (Thread thread : Thread.getAllStackTraces().keySet()) {
			if (thread.getName().startsWith("bankswap-cloud")) {
				thread.join(10_000);
				assertFalse(thread.isAlive(), thread.getName());
			}
		}
	}
}
