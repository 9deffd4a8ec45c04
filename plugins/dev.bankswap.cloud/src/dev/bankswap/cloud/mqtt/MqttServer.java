/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import org.eclipse.jdt.annotation.NonNullByDefault;

import dev.bankswap.cloud.service.CloudServices;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.Future;

/**
 * The device port: MQTT over TLS.
 */
public final class MqttServer implements AutoCloseable {

	private static final int BACKLOG = 256;

	private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(128 * 1024, 512 * 1024);

	private final EventLoop loop;

	private final Broker broker;

	private final Channel channel;

	/**
	 * Opens the port on the loopback interface.
	 *
	 * @param services what it serves
	 * @param options how it behaves
	 * @param tls its TLS set-up
	 * @param port the port, 0 for any free one
	 * @param loop runs everything
	 * @param listener is told what happens
	 * @throws IOException if the port cannot be opened
	 */
	public MqttServer(CloudServices services, BrokerOptions options, SslContext tls, int port, EventLoop loop, BrokerListener listener)
			throws IOException {
		this.loop = loop;
		this.broker = new Broker(services, options, loop, listener);
		ChannelFuture bound = new ServerBootstrap().group(loop, loop).channel(NioServerSocketChannel.class)
				.option(ChannelOption.SO_BACKLOG, BACKLOG).childOption(ChannelOption.TCP_NODELAY, true)
				.childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK).childHandler(new Pipeline(tls, broker))
				.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)).awaitUninterruptibly();
		if (!bound.isSuccess()) {
			throw new IOException("The MQTT port " + port + " cannot be opened: " + bound.cause().getMessage(), bound.cause());
		}
		this.channel = bound.channel();
	}

	/**
	 * The port that devices connect to.
	 *
	 * @return its number
	 */
	public int port() {
		return ((InetSocketAddress) channel.localAddress()).getPort();
	}

	/**
	 * Closes the port and all connections.
	 */
	@Override
	public void close() {
		channel.close().awaitUninterruptibly();
		Future<?> stopped = loop.submit(broker::stop);
		stopped.awaitUninterruptibly();
	}

	/** The handlers of one connection. */
	@NonNullByDefault({})
	private static final class Pipeline extends ChannelInitializer<Channel> {

		private static final int FLUSH_AFTER = 256;

		private final SslContext tls;

		private final Broker broker;

		Pipeline(SslContext tls, Broker broker) {
			this.tls = tls;
			this.broker = broker;
		}

		@Override
		protected void initChannel(Channel channel) {
			channel.pipeline().addLast(tls.newHandler(channel.alloc()), new FlushConsolidationHandler(FLUSH_AFTER, true),
					new MqttDecoder(Packets.MAX_PACKET, ConnectRequest.MAX_CLIENT_ID), MqttEncoder.INSTANCE,
					new PacketHandler(broker));
		}
	}
}
