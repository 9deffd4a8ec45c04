/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.bankswap.cloud.service.TestServices;
import dev.bankswap.cloud.service.TestServices.Identity;
import dev.bankswap.testing.NoErrorLogged;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;

/**
 * Whatever a peer sends, only its own connection suffers.
 */
@ExtendWith(NoErrorLogged.class)
@Timeout(120)
class HostileClientTest {

	private static final Identity BOARD = TestServices.identity("board");

	@TempDir
	Path folder;

	private TestBroker broker;

	@BeforeEach
	void start() throws IOException {
		broker = new TestBroker(folder, BrokerOptions.defaults());
		broker.cloud.device("board", BOARD);
	}

	@AfterEach
	void close() {
		broker.close();
	}

	private void stillServes() throws InterruptedException {
		try (TestClient client = broker.client(BOARD).connect("witness")) {
			assertEquals("CONNACK 0", client.next());
			assertEquals("SUBACK [1]", client.subscribe(1, "a").next());
		}
	}

	@Test
	void bytesThatAreNoTls() throws IOException, InterruptedException {
		Random random = new Random(1);
		for (int i = 0; i < 20; i++) {
			try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), broker.port()); OutputStream out = socket.getOutputStream()) {
				byte[] noise = new byte[1 + random.nextInt(300)];
				random.nextBytes(noise);
				out.write(noise);
			}
		}
		stillServes();
	}

	@Test
	void randomBytesAfterTheHandshake() throws InterruptedException {
		Random random = new Random(2);
		for (int i = 0; i < 25; i++) {
			try (TestClient client = broker.client(BOARD)) {
				byte[] noise = new byte[1 + random.nextInt(500)];
				random.nextBytes(noise);
				client.send(Unpooled.wrappedBuffer(noise));
			}
		}
		stillServes();
	}

	@Test
	void mutatedPacketsInAnAcceptedConnection() throws InterruptedException {
		Random random = new Random(3);
		List<byte[]> packets = packets();
		for (int i = 0; i < 60; i++) {
			try (TestClient client = broker.client(BOARD).connect("board", random.nextBoolean())) {
				for (int n = random.nextInt(8); n >= 0; n--) {
					byte[] packet = packets.get(random.nextInt(packets.size())).clone();
					for (int m = random.nextInt(4); m >= 0; m--) {
						packet[random.nextInt(packet.length)] = (byte) random.nextInt(256);
					}
					client.send(Unpooled.wrappedBuffer(packet));
				}
			}
		}
		stillServes();
	}

	@Test
	void packetsBeforeConnect() throws InterruptedException {
		for (byte[] packet : packets().subList(1, packets().size())) {
			try (TestClient client = broker.client(BOARD).send(Unpooled.wrappedBuffer(packet))) {
				assertEquals("CLOSED", client.next());
			}
		}
		stillServes();
	}

	@Test
	void anOldProtocolIsRefusedWithItsCode() throws InterruptedException {
		byte[] version3 = { 0x10, 0x11, 0, 6, 'M', 'Q', 'I', 's', 'd', 'p', 3, 2, 0, 60, 0, 3, 'a', 'b', 'c' };
		byte[] version9 = { 0x10, 0x0F, 0, 4, 'M', 'Q', 'T', 'T', 9, 2, 0, 60, 0, 3, 'a', 'b', 'c' };
		for (byte[] packet : List.of(version3, version9)) {
			try (TestClient client = broker.client(BOARD).send(Unpooled.wrappedBuffer(packet))) {
				assertEquals("CONNACK 1", client.next());
				assertEquals("CLOSED", client.next());
			}
		}
	}

	private static List<byte[]> packets() {
		EmbeddedChannel encoder = new EmbeddedChannel(new MqttDecoder(), MqttEncoder.INSTANCE);
		encoder.writeOutbound(MqttMessageBuilders.connect().clientId("board").cleanSession(true).willFlag(true).willTopic("w")
				.willMessage(new byte[] { 1 }).willQoS(MqttQoS.AT_LEAST_ONCE).keepAlive(60).build(),
				MqttMessageBuilders.publish().topicName("$aws/things/board/jobs/$next/get").qos(MqttQoS.AT_LEAST_ONCE).messageId(1)
						.payload(Unpooled.wrappedBuffer("{\"clientToken\":\"t\"}".getBytes())).build(),
				MqttMessageBuilders.publish().topicName("$aws/things/board/streams/s/get/cbor").qos(MqttQoS.AT_MOST_ONCE)
						.payload(Unpooled.wrappedBuffer(new byte[] { (byte) 0xA0 })).build(),
				MqttMessageBuilders.subscribe().messageId(2).addSubscription(MqttQoS.AT_LEAST_ONCE, "a/#").addSubscription(MqttQoS.AT_MOST_ONCE, "b")
						.build(),
				MqttMessageBuilders.unsubscribe().messageId(3).addTopicFilter("a/#").build(),
				MqttMessageBuilders.pubAck().packetId(1).build());
		List<byte[]> packets = new ArrayList<>();
		for (ByteBuf packet = encoder.readOutbound(); packet != null; packet = encoder.readOutbound()) {
			byte[] bytes = new byte[packet.readableBytes()];
			packet.readBytes(bytes);
			packet.release();
			packets.add(bytes);
		}
		encoder.finishAndReleaseAll();
		return packets;
	}
}
