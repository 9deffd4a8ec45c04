/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.bankswap.cloud.http.ControlPlane;
import dev.bankswap.cloud.http.EndpointInfo;
import dev.bankswap.cloud.mqtt.BrokerOptions;
import dev.bankswap.cloud.mqtt.MqttServer;
import dev.bankswap.cloud.service.CloudServices;
import dev.bankswap.cloud.store.StateStore;
import dev.bankswap.cloud.tls.DeviceTls;
import dev.bankswap.cloud.tls.RootAuthority;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;

/**
 * A local AWS IoT: one account in one region, with the device port (MQTT over mutual TLS) and the control plane (HTTP) on
 * the loopback interface.
 */
public final class LocalCloud implements AutoCloseable {

	private static final Logger LOG = System.getLogger("dev.bankswap.cloud");

	private static final int STOP_SECONDS = 2;

	private static final int COMMIT_SECONDS = 1;

	private static final String STATE_FILE = "account.mv.db";

	private final CloudOptions options;

	private final BrokerOptions brokerOptions;

	private final List<CloudListener> listeners = new CopyOnWriteArrayList<>();

	private final AtomicBoolean closed = new AtomicBoolean();

	private final EventLoopGroup deviceGroup = group("bankswap-cloud-mqtt", 1);

	private final EventLoopGroup controlGroup = group("bankswap-cloud-http", 2);

	private final ScheduledExecutorService background = Executors
			.newSingleThreadScheduledExecutor(new DefaultThreadFactory("bankswap-cloud-background", true));

	private final StateStore state;

	private final CloudServices services;

	private final RootAuthority root;

	private final MqttServer mqtt;

	private final ControlPlane control;

	private LocalCloud(CloudOptions options, BrokerOptions brokerOptions) throws IOException {
		this.options = options;
		this.brokerOptions = brokerOptions;
		try {
			Files.createDirectories(options.folder());
			state = options.ephemeral() ? StateStore.inMemory()
					: StateStore.open(options.folder().resolve(STATE_FILE), CloudServices.sealedTypes());
		} catch (IOException | RuntimeException e) {
			stopThreads();
			throw e;
		}
		try {
			// the two halves of the start load different libraries and take about the same time
			Future<DeviceTls> prepared = background
					.submit(() -> DeviceTls.prepare(options.folder(), brokerOptions.hostNames(), options.clock()));
			services = account();
			if (!options.ephemeral()) {
				background.scheduleWithFixedDelay(this::commit, COMMIT_SECONDS, COMMIT_SECONDS, TimeUnit.SECONDS);
			}
			CloudEvents events = new CloudEvents(options.clock(), listeners);
			services.addListener(events);
			DeviceTls tls = await(prepared);
			root = tls.root();
			mqtt = new MqttServer(services, brokerOptions, tls.context(services.certificates(), brokerOptions.serverNameRequired()),
					options.mqttPort(), deviceGroup.next(), events);
			control = controlPlane();
		} catch (IOException | RuntimeException e) {
			stopThreads();
			state.close();
			throw e;
		}
	}

	/**
	 * Starts a cloud with an empty account, or with the one that lives in its folder.
	 *
	 * @param options its set-up
	 * @return the running cloud
	 * @throws IOException if a port or the folder cannot be used
	 */
	public static LocalCloud start(CloudOptions options) throws IOException {
		return start(options, BrokerOptions.defaults());
	}

	/**
	 * Starts a cloud with an empty account and a device port of other than the usual behaviour.
	 *
	 * @param options its set-up
	 * @param brokerOptions behaviour of the device port
	 * @return the running cloud
	 * @throws IOException if a port or the folder cannot be used
	 */
	public static LocalCloud start(CloudOptions options, BrokerOptions brokerOptions) throws IOException {
		return new LocalCloud(options, brokerOptions);
	}

	/**
	 * The port of the control plane.
	 *
	 * @return its number
	 */
	public int httpPort() {
		return control.port();
	}

	/**
	 * The port of the device side.
	 *
	 * @return its number
	 */
	public int mqttPort() {
		return mqtt.port();
	}

	/**
	 * The root certificate that devices have to trust.
	 *
	 * @return a PEM file
	 */
	public Path rootCa() {
		return root.file();
	}

	/**
	 * The region.
	 *
	 * @return for instance {@code us-west-2}
	 */
	public String region() {
		return options.region();
	}

	/**
	 * The account.
	 *
	 * @return twelve digits
	 */
	public String accountId() {
		return options.accountId();
	}

	/**
	 * The host that devices connect to.
	 *
	 * @return a name that the server certificate holds
	 */
	public String endpointHost() {
		return brokerOptions.hostNames().get(0);
	}

	/**
	 * The services of the account.
	 *
	 * @return the services
	 */
	public CloudServices services() {
		return services;
	}

	/**
	 * Tells a listener from now on what happens.
	 *
	 * @param listener the listener
	 */
	public void addListener(CloudListener listener) {
		listeners.add(listener);
	}

	/**
	 * Stops telling a listener.
	 *
	 * @param listener the listener
	 */
	public void removeListener(CloudListener listener) {
		listeners.remove(listener);
	}

	/**
	 * Closes both ports and every connection.
	 */
	@Override
	public void close() {
		if (closed.compareAndSet(false, true)) {
			control.close();
			mqtt.close();
			stopThreads();
			commit();
			state.close();
		}
	}

	private static DeviceTls await(Future<DeviceTls> prepared) throws IOException {
		try {
			return prepared.get();
		} catch (ExecutionException e) {
			throw e.getCause() instanceof IOException cause ? cause : new IOException("TLS cannot be set up", e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted while the cloud started");
		}
	}

	private CloudServices account() throws IOException {
		try {
			return new CloudServices(options.region(), options.accountId(), options.clock(), background, state);
		} catch (IllegalStateException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	/** Requests are on disk when they are answered; this is for what callers in this process change. */
	private void commit() {
		try {
			services.commit();
		} catch (RuntimeException e) {
			LOG.log(Level.ERROR, "The account cannot be written to " + options.folder(), e);
		}
	}

	private ControlPlane controlPlane() throws IOException {
		try {
			return new ControlPlane(services, new EndpointInfo(endpointHost(), mqtt.port()), options.httpPort(), controlGroup);
		} catch (IOException | RuntimeException e) {
			mqtt.close();
			throw e;
		}
	}

	private void stopThreads() {
		background.shutdownNow();
		deviceGroup.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS);
		controlGroup.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS);
		deviceGroup.terminationFuture().awaitUninterruptibly(STOP_SECONDS, TimeUnit.SECONDS);
		controlGroup.terminationFuture().awaitUninterruptibly(STOP_SECONDS, TimeUnit.SECONDS);
		try {
			background.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static EventLoopGroup group(String name, int threads) {
		return new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
	}
}
