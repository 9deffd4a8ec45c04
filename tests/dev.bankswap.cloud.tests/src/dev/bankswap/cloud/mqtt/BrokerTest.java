/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.bankswap.cloud.service.CertificateStatus;
import dev.bankswap.cloud.service.JobStatus;
import dev.bankswap.cloud.service.TestServices;
import dev.bankswap.cloud.service.TestServices.Identity;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
@Timeout(60)
class BrokerTest {

	private static final String ARN = "arn:aws:iot:us-west-2:123456789012:";

	private static final Identity BOARD = TestServices.identity("board");

	private static final Identity OTHER = TestServices.identity("other");

	@TempDir
	Path folder;

	private TestBroker broker;

	@BeforeEach
	void start() throws IOException {
		broker = new TestBroker(folder, BrokerOptions.defaults());
		broker.cloud.device("board", BOARD);
		broker.cloud.device("other", OTHER);
	}

	@AfterEach
	void close() {
		broker.close();
	}

	private TestClient connected(Identity identity, String clientId) throws InterruptedException {
		TestClient client = broker.client(identity).connect(clientId);
		assertEquals("CONNACK 0", client.next());
		return client;
	}

	private TestClient subscribed(Identity identity, String clientId, int qos, String... filters) throws InterruptedException {
		TestClient client = connected(identity, clientId).subscribe(qos, filters);
		assertTrue(client.next().startsWith("SUBACK"));
		return client;
	}

	@Test
	void aMessageReachesWhoeverSubscribedOnceForAllFilters() throws InterruptedException {
		try (TestClient reader = subscribed(BOARD, "board", 1, "a/#", "a/+", "+/b"); TestClient writer = connected(OTHER, "other")) {
			assertEquals("PUBACK", writer.publish("a/b", "one", 1).next());
			writer.publish("a", "the parent is not included", 0).publish("a/c", "two", 0);

			assertEquals("a/b one qos1", reader.next());
			assertEquals("a/c two", reader.next());
			reader.unsubscribe("a/#");
			assertEquals("UNSUBACK", reader.next());
			writer.publish("a/b/c", "three", 0).publish("a/d", "four", 0);
			assertEquals("a/d four", reader.next());
			assertTrue(reader.soFar().isEmpty());
		}
	}

	@Test
	void versionFiveIsSpokenToo() throws InterruptedException {
		try (TestClient client = broker.client(BOARD).connect5("board")) {
			assertEquals("CONNACK 0", client.next());
			assertEquals("SUBACK [1]", client.subscribe(1, "a").next());
			assertEquals("SUBACK [158]", client.subscribe(1, "$share/g/a").next());
			client.publish("a", "x", 1);
			assertEquals(List.of("PUBACK", "a x qos1"), client.soFar().stream().sorted().toList());
			client.publish("a/b/c/d/e/f/g/h/i", "x", 1);
			assertEquals("DISCONNECT", client.next());
			assertEquals("CLOSED", client.next());
		}
	}

	@Test
	void anUnregisteredCertificateIsRefusedInTheHandshake() throws InterruptedException {
		try (TestClient client = new TestClient(broker, TestServices.identity("rogue"), List.of("localhost"), "TLSv1.2")) {
			assertEquals("CLOSED", client.next());
			assertFalse(client.handshake.isSuccess());
		}
		try (TestClient client = broker.client(TestServices.identity("rogue")).connect("rogue")) {
			// with TLS 1.3 the client learns it only after its own part of the handshake
			assertEquals("CLOSED", client.next());
		}
		assertTrue(broker.events.isEmpty());
	}

	@Test
	void anInactiveCertificateIsRefusedAndItsConnectionsEnd() throws InterruptedException {
		String id = broker.cloud.services.certificates().list().get(0).id();
		try (TestClient client = connected(BOARD, "board")) {
			broker.cloud.services.certificates().updateStatus(id, CertificateStatus.INACTIVE);
			assertEquals("CLOSED", client.next());
			assertEquals("connected board", broker.nextEvent());
			assertEquals("disconnected board FORBIDDEN_ACCESS", broker.nextEvent());
		}
		try (TestClient again = broker.client(BOARD).connect("board")) {
			assertEquals("CLOSED", again.next());
		}
		broker.cloud.services.certificates().updateStatus(id, CertificateStatus.ACTIVE);
		connected(BOARD, "board").close();
	}

	@Test
	void aClientThatNamesNoServerIsRefused() throws InterruptedException {
		try (TestClient client = new TestClient(broker, BOARD, List.of()).connect("board")) {
			assertEquals("CLOSED", client.next());
		}
	}

	@Test
	void theNewConnectionOfAClientIdWins() throws InterruptedException {
		try (TestClient first = connected(BOARD, "board"); TestClient second = connected(BOARD, "board")) {
			assertEquals("CLOSED", first.next());
			assertTrue(second.soFar().isEmpty());
		}
		assertEquals("connected board", broker.nextEvent());
		assertEquals("disconnected board DUPLICATE_CLIENTID", broker.nextEvent());
		assertEquals("connected board", broker.nextEvent());
		assertEquals("disconnected board CONNECTION_LOST", broker.nextEvent());
	}

	@Test
	void theWillIsPublishedOnlyWhenTheConnectionBreaks() throws InterruptedException {
		try (TestClient reader = subscribed(OTHER, "other", 1, "gone")) {
			TestClient polite = broker.client(BOARD).connectWithWill("board", "gone", "polite");
			assertEquals("CONNACK 0", polite.next());
			polite.disconnect();
			TestClient broken = broker.client(BOARD).connectWithWill("board", "gone", "broken");
			assertEquals("CONNACK 0", broken.next());
			broken.close();

			assertEquals("gone broken qos1", reader.next());
		}
	}

	@Test
	void aPersistentSessionKeepsSubscriptionsAndWhatWasNotAcknowledged() throws InterruptedException {
		TestClient first = broker.client(BOARD).withoutAcknowledging().connect("board", false);
		assertEquals("CONNACK 0", first.next());
		assertEquals("SUBACK [1]", first.subscribe(1, "a").next());
		try (TestClient writer = connected(OTHER, "other")) {
			assertEquals("PUBACK", writer.publish("a", "unacknowledged", 1).next());
			assertEquals("a unacknowledged qos1", first.next());
			first.disconnect();
			assertEquals("PUBACK", writer.publish("a", "offline", 1).next());
			writer.publish("a", "lost, because QoS 0", 0);
			assertTrue(writer.soFar().isEmpty());
		}

		try (TestClient second = broker.client(BOARD).connect("board", false)) {
			assertEquals("CONNACK 0 present", second.next());
			assertEquals("a unacknowledged qos1", second.next());
			assertEquals("a offline qos1", second.next());
			second.publish("a", "live", 0);
			assertEquals("a live", second.next());
			second.disconnect();
		}

		try (TestClient clean = broker.client(BOARD).connect("board", true)) {
			assertEquals("CONNACK 0", clean.next());
			clean.publish("a", "nobody listens", 0);
			assertTrue(clean.soFar().isEmpty());
		}
	}

	@Test
	void aPersistentSessionExpires() throws InterruptedException {
		TestClient first = broker.client(BOARD).connect("board", false);
		assertEquals("CONNACK 0", first.next());
		first.disconnect();
		broker.cloud.clock.advance(Duration.ofMinutes(61));
		try (TestClient second = broker.client(BOARD).connect("board", false)) {
			assertEquals("CONNACK 0", second.next());
		}
	}

	@Test
	void theTruthAboutASessionCanBeWithheld() throws InterruptedException, IOException {
		try (TestBroker quiet = new TestBroker(folder, BrokerOptions.defaults().withSessionPresent(SessionPresent.NEVER))) {
			quiet.cloud.device("board", BOARD);
			TestClient first = quiet.client(BOARD).connect("board", false);
			assertEquals("CONNACK 0", first.next());
			assertEquals("SUBACK [0]", first.subscribe(0, "a").next());
			first.disconnect();
			try (TestClient second = quiet.client(BOARD).connect("board", false)) {
				assertEquals("CONNACK 0", second.next());
				second.publish("a", "x", 0);
				assertEquals("a x", second.next());
			}
		}
	}

	@Test
	void retainedMessagesGoToFiltersWithoutWildcards() throws InterruptedException {
		try (TestClient writer = connected(OTHER, "other")) {
			assertEquals("PUBACK", writer.publish("state", "on", 1, true).next());
		}
		try (TestClient reader = subscribed(BOARD, "board", 0, "state", "+")) {
			assertEquals("state on retained", reader.next());
			reader.publish("state", "", 0, true);
			assertEquals("state ", reader.next());
			assertEquals("SUBACK [0]", reader.subscribe(0, "state").next());
			assertTrue(reader.soFar().isEmpty());
		}
	}

	@Test
	void policiesDecideWhatAClientMayDo() throws InterruptedException {
		Identity narrow = TestServices.identity("narrow");
		broker.cloud.device("narrow", narrow,
				"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"iot:Connect\",\"Resource\":\"" + ARN
						+ "client/${iot:Connection.Thing.ThingName}\"},{\"Effect\":\"Allow\",\"Action\":\"iot:Subscribe\",\"Resource\":\"" + ARN
						+ "topicfilter/in/#\"},{\"Effect\":\"Allow\",\"Action\":\"iot:Receive\",\"Resource\":\"" + ARN
						+ "topic/in/open\"},{\"Effect\":\"Allow\",\"Action\":\"iot:Publish\",\"Resource\":\"" + ARN + "topic/out\"}]}");

		try (TestClient wrongId = broker.client(narrow).connect("somebody")) {
			assertEquals("CLOSED", wrongId.next());
		}
		try (TestClient forbiddenWill = broker.client(narrow).connectWithWill("narrow", "elsewhere", "x")) {
			assertEquals("CLOSED", forbiddenWill.next());
		}
		try (TestClient client = connected(narrow, "narrow"); TestClient writer = connected(OTHER, "other")) {
			assertEquals("SUBACK [0, 128]", client.subscribe(0, "in/#", "elsewhere").next());
			writer.publish("in/secret", "x", 0).publish("in/open", "y", 0);
			assertEquals("in/open y", client.next());
			assertEquals("PUBACK", client.publish("out", "z", 1).next());
			client.publish("elsewhere", "z", 1);
			assertEquals("CLOSED", client.next());
		}
		assertEquals("connected narrow", broker.nextEvent());
		assertEquals("connected other", broker.nextEvent());
		assertEquals("disconnected narrow AUTH_ERROR", broker.nextEvent());
	}

	@Test
	void repliesOfTheJobsApiGoToTheOneWhoAskedAndNotificationsToSubscribers() throws InterruptedException {
		try (TestClient watcher = subscribed(OTHER, "other", 0, "$aws/things/+/jobs/notify-next", "$aws/things/board/jobs/#");
				TestClient board = connected(BOARD, "board")) {
			board.publish("$aws/things/board/jobs/$next/get", "{\"clientToken\":\"t\"}", 0);
			assertEquals("$aws/things/board/jobs/$next/get/accepted {\"clientToken\":\"t\",\"timestamp\":1692784320}", board.next());
			assertEquals("SUBACK [0]", board.subscribe(0, "$aws/things/+/jobs/$next/get/#").next());
			board.publish("$aws/things/board/jobs/$next/get", "{}", 0);
			assertEquals(List.of("$aws/things/board/jobs/$next/get/accepted {\"timestamp\":1692784320}"), board.soFar());

			broker.cloud.job("job1", "board");
			board.publish("$aws/things/board/jobs/job1/update", "{\"status\":\"SUCCEEDED\"}", 1);
			assertEquals("PUBACK", board.next());
			assertEquals("$aws/things/board/jobs/job1/update/accepted {\"timestamp\":1692784320}", board.next());
			assertEquals(JobStatus.SUCCEEDED, broker.cloud.services.jobs().execution("board", "job1").status());

			List<String> seen = watcher.soFar().stream().map(text -> text.substring(0, text.indexOf(' '))).toList();
			assertEquals(List.of("$next/get", "$next/get", "notify", "notify-next", "job1/update", "notify", "notify-next"),
					seen.stream().map(topic -> topic.replace("$aws/things/board/jobs/", "")).toList());
		}
	}

	@Test
	void theOrderAfterALastUpdateIsReplyThenNotifications() throws InterruptedException {
		broker.cloud.job("job1", "board");
		try (TestClient board = subscribed(BOARD, "board", 0, "$aws/things/board/jobs/notify", "$aws/things/board/jobs/notify-next")) {
			board.publish("$aws/things/board/jobs/job1/update", "{\"status\":\"SUCCEEDED\"}", 0);

			assertEquals("$aws/things/board/jobs/job1/update/accepted {\"timestamp\":1692784320}", board.next());
			assertEquals("$aws/things/board/jobs/notify {\"timestamp\":1692784320,\"jobs\":{}}", board.next());
			assertEquals("$aws/things/board/jobs/notify-next {\"timestamp\":1692784320}", board.next());
		}
	}

	@Test
	void presenceIsPublished() throws InterruptedException {
		try (TestClient watcher = subscribed(OTHER, "other", 0, "$aws/events/presence/+/board")) {
			connected(BOARD, "board").disconnect();

			assertTrue(watcher.next().matches("\\$aws/events/presence/connected/board \\{\"clientId\":\"board\",\"timestamp\":1692784320000,"
					+ "\"eventType\":\"connected\",\"sessionIdentifier\":\"[-0-9a-f]{36}\",\"principalIdentifier\":\"[0-9a-f]{64}\","
					+ "\"ipAddress\":\"127.0.0.1\",\"versionNumber\":0\\}"));
			assertTrue(watcher.next().contains("\"clientInitiatedDisconnect\":true,\"disconnectReason\":\"CLIENT_INITIATED_DISCONNECT\""));
		}
	}

	@Test
	void whatAwsDoesNotSupportEndsTheConnectionOrIsIgnored() throws InterruptedException {
		closes(client -> client.publish("$aws/unknown", "x", 0));
		closes(client -> client.publish("$aws/things/board/shadow/get", "x", 0, true));
		closes(client -> client.publish("a/b/c/d/e/f/g/h/i", "x", 0));
		closes(client -> client.publish("a", "x".repeat(128 * 1024 + 1), 0));
		closes(client -> client.subscribe(0, "1", "2", "3", "4", "5", "6", "7", "8", "9"));
		closes(client -> client.subscribe(0, "a/#/b"));
		closes(client -> client.connect("board"));
		try (TestClient client = connected(BOARD, "board")) {
			client.publish("a", "x", 2).subscribe(2, "a");
			assertTrue(client.soFar().isEmpty());
			assertEquals("PUBACK", client.publish("a", "x".repeat(128 * 1024), 1).next());
		}
	}

	private interface Action {
		void on(TestClient client) throws InterruptedException;
	}

	private void closes(Action action) throws InterruptedException {
		try (TestClient client = connected(BOARD, "board")) {
			action.on(client);
			assertEquals("CLOSED", client.next());
		}
	}

	@Test
	void subscriptionsAreLimitedToFifty() throws InterruptedException {
		try (TestClient client = connected(BOARD, "board")) {
			for (int i = 0; i < 50; i++) {
				assertEquals("SUBACK [0]", client.subscribe(0, "topic" + i).next());
			}
			assertEquals("SUBACK [128]", client.subscribe(0, "one more").next());
			assertEquals("SUBACK [0]", client.subscribe(0, "topic7").next());
		}
	}

	@Test
	void noMessageIsLostOnAReaderThatKeepsUp() throws InterruptedException {
		String text = "x".repeat(4000);
		int count = 3000;
		try (TestClient reader = subscribed(BOARD, "board", 0, "load"); TestClient writer = connected(OTHER, "other")) {
			for (int i = 0; i < count; i++) {
				writer.publish("load", i + text, 0);
			}
			for (int i = 0; i < count; i++) {
				assertTrue(reader.next().startsWith("load " + i + "x"), "message " + i);
			}
		}
	}
}
