/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class MqttFramesTest {

	private static byte[] publish(int qos, String topic, int payload) {
		byte[] name = topic.getBytes(StandardCharsets.UTF_8);
		int length = 2 + name.length + (qos > 0 ? 2 : 0) + payload;
		byte[] packet = new byte[3 + length];
		packet[0] = (byte) (0x30 | qos << 1);
		packet[1] = (byte) (length & 0x7F | 0x80);
		packet[2] = (byte) (length >> 7);
		packet[3] = (byte) (name.length >> 8);
		packet[4] = (byte) name.length;
		System.arraycopy(name, 0, packet, 5, name.length);
		return packet;
	}

	private static byte[] join(byte[]... parts) {
		byte[] all = {};
		for (byte[] part : parts) {
			int at = all.length;
			all = Arrays.copyOf(all, at + part.length);
			System.arraycopy(part, 0, all, at, part.length);
		}
		return all;
	}

	@Test
	void packetsAreFoundHoweverTheStreamIsCut() {
		byte[] stream = join(new byte[] { 0x20, 2, 0, 0 }, publish(1, "a/b", 300), new byte[] { (byte) 0xD0, 0 },
				publish(0, "c", 0));
		for (int size = 1; size <= stream.length; size++) {
			List<String> seen = new ArrayList<>();
			MqttFrames frames = new MqttFrames((type, qos, topic) -> seen.add(type + " " + qos + " " + topic));
			for (int at = 0; at < stream.length; at += size) {
				frames.feed(Arrays.copyOfRange(stream, at, Math.min(stream.length, at + size)));
			}
			assertEquals(List.of("2 0 ", "3 1 a/b", "13 0 ", "3 0 c"), seen, "pieces of " + size);
		}
	}

	@Test
	void anyBytesAreSurvived() {
		Random random = new Random(7);
		for (int round = 0; round < 2000; round++) {
			MqttFrames frames = new MqttFrames((type, qos, topic) -> assertTrue(type < 16));
			for (int piece = 0; piece < 4; piece++) {
				byte[] data = new byte[random.nextInt(64)];
				random.nextBytes(data);
				frames.feed(data);
			}
		}
	}

	@Test
	void answersAreAwaitedUntilTheyArrive() {
		ReplyTracker tracker = new ReplyTracker();
		assertFalse(tracker.waiting());
		tracker.deviceSent(publish(0, "$aws/things/t/streams/s/get/cbor", 10));
		assertTrue(tracker.waiting());
		tracker.cloudSent(publish(0, "$aws/things/t/jobs/notify-next", 10));
		assertTrue(tracker.waiting());
		tracker.cloudSent(publish(0, "$aws/things/t/streams/s/data/cbor", 2048));
		assertFalse(tracker.waiting());
		tracker.deviceSent(publish(1, "$aws/things/t/jobs/$next/get", 10));
		tracker.cloudSent(new byte[] { 0x40, 2, 0, 1 });
		assertTrue(tracker.waiting(), "the job is still to come");
		tracker.cloudSent(publish(1, "$aws/things/t/jobs/$next/get/accepted", 10));
		assertFalse(tracker.waiting());
	}

	@Test
	void telemetryIsNotAnswered() {
		ReplyTracker tracker = new ReplyTracker();
		tracker.deviceSent(publish(0, "t/net_stats", 40));
		assertFalse(tracker.waiting());
	}
}
