/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class MqttCodecTest {

	private static final String STREAM = "20020000" + "9003000101" + "400200 07".replace(" ", "") + "b0020009" + "d000"
			+ "3007000361 2f62 6869".replace(" ", "") + "320a0003612f6200051122 33".replace(" ", "");

	@Test
	void packetsAreEncodedAsTheStandardShows() {
		assertEquals("101f00044d51545404c2003c".replace("c2", "82") + "000574686e6731" + "000c" + hex("?SDK=FreeRTO".getBytes(StandardCharsets.UTF_8)),
				hex(MqttEncoder.connect("thng1", "?SDK=FreeRTO", 60, true)));
		assertEquals(0x80, MqttEncoder.connect("a", "b", 60, false)[9] & 0xFF);
		assertEquals("3005000161" + "6869", hex(MqttEncoder.publish("a", new byte[] { 'h', 'i' }, 0, 0, false)));
		assertEquals("3207000161" + "0102" + "6869", hex(MqttEncoder.publish("a", new byte[] { 'h', 'i' }, 1, 258, false)));
		assertEquals("3a07000161" + "0102" + "6869", hex(MqttEncoder.publish("a", new byte[] { 'h', 'i' }, 1, 258, true)));
		assertEquals("820a0007" + "00016101" + "00016200",
				hex(MqttEncoder.subscribe(7, List.of(new Subscription("a", 1), new Subscription("b", 0)))));
		assertEquals("a2050008000161", hex(MqttEncoder.unsubscribe(8, "a")));
		assertEquals("40020102", hex(MqttEncoder.pubAck(258)));
		assertEquals("c000", hex(MqttEncoder.pingReq()));
		assertEquals("30c801", hex(MqttEncoder.publish("a", new byte[197], 0, 0, false)).substring(0, 6));
	}

	@Test
	void piecesOfAnySizeGiveTheSamePackets() throws Exception {
		byte[] stream = HexFormat.of().parseHex(STREAM);
		List<String> whole = names(new MqttDecoder().feed(stream));
		assertEquals(List.of("ConnAck", "SubAck", "PubAck", "UnsubAck", "PingResp", "Publish", "Publish"), whole);
		for (int size = 1; size < stream.length; size++) {
			MqttDecoder decoder = new MqttDecoder();
			List<MqttPacket> packets = new ArrayList<>();
			for (int at = 0; at < stream.length; at += size) {
				packets.addAll(decoder.feed(Arrays.copyOfRange(stream, at, Math.min(stream.length, at + size))));
			}
			assertEquals(whole, names(packets));
			MqttPacket.Publish last = (MqttPacket.Publish) packets.get(6);
			assertEquals("a/b", last.topic());
			assertEquals(5, last.packetId());
			assertEquals("112233", hex(last.payload()));
		}
	}

	@Test
	void packetsLargerThanTheNetworkBufferAreSkipped() throws Exception {
		MqttDecoder decoder = new MqttDecoder();
		byte[] large = MqttEncoder.publish("a", new byte[7_000], 0, 0, false);
		assertTrue(decoder.feed(large).isEmpty());
		assertEquals(List.of("PingResp"), names(decoder.feed(new byte[] { (byte) 0xD0, 0 })));
	}

	@Test
	void malformedPacketsAreRefused() {
		for (String bad : new String[] { "30ffffffff01", "2001 00".replace(" ", ""), "20020200", "20020105", "3003000361", "30020000",
				"340100", "360500016100 01".replace(" ", ""), "9002 0001".replace(" ", ""), "9003000103", "40020000", "4003000100", "d00100",
				"2103000000", "1000", "8200", "e000", "3203000161", "0000" }) {
			assertThrows(MqttProtocolException.class, () -> new MqttDecoder().feed(HexFormat.of().parseHex(bad)), bad);
		}
	}

	@Test
	void noiseIsRefusedAndNothingElse() {
		Random random = new Random(31);
		byte[] stream = HexFormat.of().parseHex(STREAM);
		int intact = 0;
		for (int i = 0; i < 20_000; i++) {
			byte[] noise = stream.clone();
			noise[random.nextInt(noise.length)] = (byte) random.nextInt();
			noise[random.nextInt(noise.length)] = (byte) random.nextInt();
			try {
				intact += new MqttDecoder().feed(noise).isEmpty() ? 0 : 1;
			} catch (MqttProtocolException expected) {
				assertTrue(expected.getMessage().endsWith("must be closed."));
			}
		}
		assertTrue(intact > 0);
	}

	@Test
	void filtersMatchAsMqttSays() {
		assertTrue(matches("a/+/c", "a/b/c"));
		assertTrue(matches("a/#", "a/b/c"));
		assertTrue(matches("#", "a"));
		assertTrue(matches("$aws/things/+/jobs/$next/get/#", "$aws/things/t/jobs/$next/get/accepted"));
		assertTrue(matches("a/+", "a/"));
		assertFalse(matches("a/+", "a/b/c"));
		assertFalse(matches("#", "$aws/x"));
		assertFalse(matches("+/x", "$aws/x"));
		assertFalse(matches("a/b", "a/b/c"));
		assertFalse(matches("a/b/c", "a/b"));
	}

	private static boolean matches(String filter, String topic) {
		return new Subscription(filter, 0).matches(topic);
	}

	private static List<String> names(List<MqttPacket> packets) {
		return packets.stream().map(each -> each.getClass().getSimpleName()).toList();
	}

	private static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(bytes);
	}
}
