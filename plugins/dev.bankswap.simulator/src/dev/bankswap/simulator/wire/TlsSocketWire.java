/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.wire;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import dev.bankswap.board.Scheduler;
import dev.bankswap.firmware.net.MqttWire;
import dev.bankswap.firmware.net.TlsRequest;
import dev.bankswap.simulator.loop.Hold;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;

/**
 * The network of a simulated board: real TCP sockets with real TLS, to AWS or to a local cloud. The firmware's calls and
 * callbacks happen on the simulation thread; the sockets live on Netty's. What the radio link and the distance cost in simulated
 * time is the firmware model's business; here simulated time stands still while an answer is on its way.
 */
public final class TlsSocketWire implements MqttWire, Hold, AutoCloseable {

	private static final int CONNECT_TIMEOUT_MS = 5_000;
	private static final long HANDSHAKE_TIMEOUT_MS = TimeUnit.SECONDS.toMillis(10);

	private final Scheduler scheduler;
	private final EventLoopGroup group;
	private final List<SocketConnection> connections = new CopyOnWriteArrayList<>();

	/**
	 * Makes the network of one board.
	 *
	 * @param scheduler the board's clock
	 * @param group     Netty's threads; not closed here
	 */
	public TlsSocketWire(Scheduler scheduler, EventLoopGroup group) {
		this.scheduler = scheduler;
		this.group = group;
	}

	@Override
	public Connection open(TlsRequest request, Listener listener) {
		SocketConnection connection = new SocketConnection(scheduler, listener);
		connections.removeIf(SocketConnection::dead);
		connections.add(connection);
		try {
			connect(request, connection, new SslHandler(DeviceTls.engine(request)));
		} catch (GeneralSecurityException | IOException e) {
			connection.failed(e);
		}
		return connection;
	}

	private void connect(TlsRequest request, SocketConnection connection, SslHandler tls) {
		tls.setHandshakeTimeoutMillis(HANDSHAKE_TIMEOUT_MS);
		Bootstrap bootstrap = new Bootstrap().group(group).channel(NioSocketChannel.class)
				.option(ChannelOption.TCP_NODELAY, Boolean.TRUE)
				.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MS)
				.handler(new ChannelInitializer<SocketChannel>() {
					@Override
					protected void initChannel(SocketChannel channel) {
						channel.pipeline().addLast(tls, connection.handler());
					}
				});
		bootstrap.connect(request.host(), request.port()).addListener(future -> {
			if (!future.isSuccess()) {
				connection.failed(future.cause());
			}
		});
	}

	@Override
	public boolean holding() {
		for (SocketConnection connection : connections) {
			if (connection.holding()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Forgets every connection, as a reset of the board does: no DISCONNECT and no close-notify goes out; the other side
	 * finds out by its keep-alive or when the board connects again. To be called on the simulation thread.
	 */
	public void abandonAll() {
		connections.forEach(SocketConnection::abandon);
	}

	@Override
	public void close() {
		connections.forEach(SocketConnection::close);
		connections.clear();
	}
}
