/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import dev.bankswap.cloud.http.iot.IotControlApi;
import dev.bankswap.cloud.http.iot.IotDataApi;
import dev.bankswap.cloud.http.iot.IotJobsDataApi;
import dev.bankswap.cloud.http.query.IamApi;
import dev.bankswap.cloud.http.query.StsApi;
import dev.bankswap.cloud.http.s3.S3Api;
import dev.bankswap.cloud.http.signing.AcmApi;
import dev.bankswap.cloud.http.signing.SignerApi;
import dev.bankswap.cloud.service.CloudServices;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;

/** The AWS API of the local cloud: one HTTP port on the loopback interface for all services. */
public final class ControlPlane implements AutoCloseable {

	/** The largest request body: the largest image, the framing of its chunks, and room for a part of an upload. */
	static final int MAX_BODY = 33 << 20;

	private static final int MAX_LINE = 16 << 10;

	private static final int MAX_HEADERS = 32 << 10;

	private static final int MAX_CHUNK = 64 << 10;

	private static final int MAX_CONNECTIONS = 256;

	private static final long DEADLINE_SECONDS = 60;

	private static final int THREADS = 2;

	private static final long SHUTDOWN_SECONDS = 5;

	private final Channel server;

	private final ChannelGroup connections = new DefaultChannelGroup("control plane", GlobalEventExecutor.INSTANCE, true);

	/** Requests are answered outside the event loops, which also carry the devices' MQTT connections. */
	private final ExecutorService workers = Executors.newFixedThreadPool(THREADS,
			new DefaultThreadFactory("bankswap-control-plane", true));

	/**
	 * Opens the port.
	 *
	 * @param services what is behind it
	 * @param endpoint where devices find the cloud
	 * @param port     the port, 0 for any free one
	 * @param group    the event loops
	 * @throws IOException if the port cannot be opened
	 */
	public ControlPlane(CloudServices services, EndpointInfo endpoint, int port, EventLoopGroup group) throws IOException {
		Api router = new ServiceRouter(apis(services, endpoint), new BrowserGuard(endpoint.endpointHost()), services::commit);
		ServerBootstrap bootstrap = new ServerBootstrap().group(group).channel(NioServerSocketChannel.class)
				.option(ChannelOption.SO_REUSEADDR, true).childOption(ChannelOption.TCP_NODELAY, true)
				.childHandler(initializer(router));
		ChannelFuture bound = bootstrap.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
				.awaitUninterruptibly();
		if (!bound.isSuccess()) {
			workers.shutdown();
			throw new IOException("The control plane cannot listen on port " + port + ": " + bound.cause().getMessage(),
					bound.cause());
		}
		server = bound.channel();
	}

	/**
	 * The port that it listens on.
	 *
	 * @return the port's number
	 */
	public int port() {
		return ((InetSocketAddress) server.localAddress()).getPort();
	}

	/** Closes the port and all connections. */
	@Override
	public void close() {
		server.close().awaitUninterruptibly();
		connections.close().awaitUninterruptibly();
		workers.shutdown();
		try {
			// a request that is being answered still needs the event loops, which the caller stops next
			workers.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static Map<String, Api> apis(CloudServices services, EndpointInfo endpoint) {
		Api iot = new IotControlApi(services, endpoint);
		// The AWS CLI of Debian signs requests to IoT for "execute-api", later ones and the SDKs for "iot".
		return Map.of("iot", iot, "execute-api", iot, "iotdata", new IotDataApi(services), "iot-jobs-data", new IotJobsDataApi(services), "signer",
				new SignerApi(services), "acm", new AcmApi(services), "s3", new S3Api(services), "iam", new IamApi(services),
				"sts", new StsApi(services));
	}

	private ChannelInitializer<SocketChannel> initializer(Api api) {
		return new ChannelInitializer<>() {
			@Override
			protected void initChannel(SocketChannel channel) {
				connect(channel, api);
			}
		};
	}

	private void connect(SocketChannel channel, Api api) {
		if (connections.size() >= MAX_CONNECTIONS) {
			channel.close();
			return;
		}
		connections.add(channel);
		RequestDeadline deadline = new RequestDeadline(DEADLINE_SECONDS);
		channel.pipeline().addLast(deadline)
				.addLast(new HttpServerCodec(new HttpDecoderConfig().setMaxInitialLineLength(MAX_LINE)
						.setMaxHeaderSize(MAX_HEADERS).setMaxChunkSize(MAX_CHUNK)))
				.addLast(new HttpObjectAggregator(MAX_BODY, true)).addLast(new FlowControlHandler()).addLast(new HttpExchange(api, deadline, workers));
	}
}
