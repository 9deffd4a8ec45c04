/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.bankswap.cloud.service.TestServices;
import dev.bankswap.cloud.service.TestServices.Identity;
import dev.bankswap.cloud.tls.DeviceTls;
import dev.bankswap.cloud.tls.RootAuthority;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;

/**
 * A device port with an account behind it.
 */
final class TestBroker implements AutoCloseable, BrokerListener {

	final TestServices cloud = new TestServices();

	final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

	final BlockingQueue<String> events = new LinkedBlockingQueue<>();

	final RootAuthority root;

	private final MqttServer server;

	TestBroker(Path folder, BrokerOptions options) throws IOException {
		DeviceTls tls = DeviceTls.prepare(folder, options.hostNames(), Clock.systemUTC());
		root = tls.root();
		server = new MqttServer(cloud.services, options, tls.context(cloud.services.certificates(), options.serverNameRequired()), 0,
				group.next(), this);
	}

	int port() {
		return server.port();
	}

	TestClient client(Identity identity) throws InterruptedException {
		return new TestClient(this, identity, List.of("localhost"));
	}

	String nextEvent() throws InterruptedException {
		return String.valueOf(events.poll(30, TimeUnit.SECONDS));
	}

	@Override
	public void connected(String clientId, String certificateId, String address) {
		events.add("connected " + clientId);
	}

	@Override
	public void disconnected(String clientId, DisconnectReason reason) {
		events.add("disconnected " + clientId + " " + reason);
	}

	@Override
	public void published(String clientId, String topic, int size) {
		// not watched here
	}

	@Override
	public void close() {
		server.close();
		group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
		cloud.close();
	}
}
