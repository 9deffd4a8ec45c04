/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

import dev.bankswap.cloud.service.TestServices.Identity;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;

/**
 * A small MQTT client: what it receives is kept as short texts, in order.
 */
final class TestClient implements AutoCloseable {

	private static final int SECONDS = 30;

	final BlockingQueue<String> received = new LinkedBlockingQueue<>();

	final Channel channel;

	volatile Future<Channel> handshake;

	private boolean acknowledging = true;

	private int packetId;

	TestClient(TestBroker broker, Identity identity, List<String> serverNames) throws InterruptedException {
		this(broker, identity, serverNames, "TLSv1.2", "TLSv1.3");
	}

	TestClient(TestBroker broker, Identity identity, List<String> serverNames, String... protocols) throws InterruptedException {
		channel = new Bootstrap().group(broker.group).channel(NioSocketChannel.class).handler(new ChannelInitializer<Channel>() {
			@Override
			protected void initChannel(Channel created) throws SSLException {
				var tls = SslContextBuilder.forClient().trustManager(broker.root.certificate())
						.keyManager(identity.key(), identity.certificate()).protocols(protocols).build();
				SslHandler handler = tls.newHandler(created.alloc(), "localhost", broker.port());
				SSLParameters parameters = handler.engine().getSSLParameters();
				parameters.setEndpointIdentificationAlgorithm("HTTPS");
				parameters.setServerNames(serverNames.stream().map(name -> (SNIServerName) new SNIHostName(name)).toList());
				handler.engine().setSSLParameters(parameters);
				handshake = handler.handshakeFuture();
				created.pipeline().addLast(handler, new MqttDecoder(1 << 20), MqttEncoder.INSTANCE, new Receiver());
			}
		}).connect(InetAddress.getLoopbackAddress(), broker.port()).sync().channel();
	}

	/** Translates packets into texts. */
	private final class Receiver extends ChannelInboundHandlerAdapter {

		@Override
		public void channelRead(ChannelHandlerContext context, Object packet) {
			if (packet instanceof MqttPublishMessage publish) {
				received.add(publish.variableHeader().topicName() + " " + publish.payload().toString(StandardCharsets.UTF_8)
						+ (publish.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE ? " qos1" : "")
						+ (publish.fixedHeader().isRetain() ? " retained" : ""));
				if (publish.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE && acknowledging) {
					context.writeAndFlush(MqttMessageBuilders.pubAck().packetId(publish.variableHeader().packetId()).build());
				}
				publish.release();
			} else if (packet instanceof MqttConnAckMessage ack) {
				received.add("CONNACK " + ack.variableHeader().connectReturnCode().byteValue()
						+ (ack.variableHeader().isSessionPresent() ? " present" : ""));
			} else if (packet instanceof MqttSubAckMessage ack) {
				received.add("SUBACK " + ack.payload().reasonCodes());
			} else {
				received.add(((MqttMessage) packet).fixedHeader().messageType().name());
			}
		}

		@Override
		public void channelInactive(ChannelHandlerContext context) {
			received.add("CLOSED");
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
			context.close();
		}
	}

	TestClient connect(String clientId) throws InterruptedException {
		return connect(clientId, true);
	}

	TestClient connect(String clientId, boolean clean) throws InterruptedException {
		return send(MqttMessageBuilders.connect().clientId(clientId).cleanSession(clean).keepAlive(60).build());
	}

	TestClient connect5(String clientId) throws InterruptedException {
		return send(MqttMessageBuilders.connect().clientId(clientId).cleanSession(true).protocolVersion(MqttVersion.MQTT_5).keepAlive(60)
				.build());
	}

	TestClient connectWithWill(String clientId, String topic, String text) throws InterruptedException {
		return send(MqttMessageBuilders.connect().clientId(clientId).cleanSession(true).keepAlive(60).willFlag(true).willTopic(topic)
				.willMessage(text.getBytes(StandardCharsets.UTF_8)).willQoS(MqttQoS.AT_LEAST_ONCE).build());
	}

	TestClient publish(String topic, String text, int qos) throws InterruptedException {
		return publish(topic, text, qos, false);
	}

	TestClient publish(String topic, String text, int qos, boolean retain) throws InterruptedException {
		return send(MqttMessageBuilders.publish().topicName(topic).qos(MqttQoS.valueOf(qos)).messageId(++packetId).retained(retain)
				.payload(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8)).build());
	}

	TestClient subscribe(int qos, String... filters) throws InterruptedException {
		var builder = MqttMessageBuilders.subscribe().messageId(++packetId);
		for (String filter : filters) {
			builder.addSubscription(MqttQoS.valueOf(qos), filter);
		}
		return send(builder.build());
	}

	TestClient unsubscribe(String filter) throws InterruptedException {
		return send(MqttMessageBuilders.unsubscribe().messageId(++packetId).addTopicFilter(filter).build());
	}

	TestClient withoutAcknowledging() {
		acknowledging = false;
		return this;
	}

	TestClient send(Object packet) throws InterruptedException {
		handshake.await(SECONDS, TimeUnit.SECONDS);
		channel.writeAndFlush(packet);
		return this;
	}

	String next() throws InterruptedException {
		return String.valueOf(received.poll(SECONDS, TimeUnit.SECONDS));
	}

	/** Waits for the answer to a ping and returns what came before it. */
	List<String> soFar() throws InterruptedException {
		send(MqttMessage.PINGREQ);
		List<String> texts = new java.util.ArrayList<>();
		for (String text = next(); !"PINGRESP".equals(text) && !"null".equals(text); text = next()) {
			texts.add(text);
		}
		return texts;
	}

	void disconnect() throws InterruptedException {
		send(MqttMessageBuilders.disconnect().build());
		channel.closeFuture().await(SECONDS, TimeUnit.SECONDS);
	}

	@Override
	public void close() {
		channel.close().awaitUninterruptibly();
	}
}
