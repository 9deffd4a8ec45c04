/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.mqtt;

import java.util.Optional;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.FirmwareEvent;
import dev.bankswap.firmware.kernel.HeapUse;
import dev.bankswap.firmware.kernel.SystemEvents;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.kvstore.KvKey;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.firmware.net.NetworkStack;
import dev.bankswap.firmware.net.TlsCredentials;
import dev.bankswap.firmware.net.TlsRequest;
import dev.bankswap.firmware.net.TlsTransport;

/**
 * The task {@code MQTTAgent}: reads its configuration once, then keeps connected for ever ({@code vMQTTAgentTask}). The first
 * session after boot is clean, every later one persistent.
 */
public final class MqttAgentTask implements BrokerSession.Owner {

	private static final String SOURCE = MqttAgent.SOURCE;

	private static final String USER_NAME = "?SDK=FreeRTOS&Version=V10.5.1&Platform=STM32U5xx IoT Discovery Kit&MQTTLib=coreMQTT@v2.1.1";

	/** What reading and checking the client credentials takes in software. */
	private static final long CREDENTIALS_MS = 490;

	private static final int MAX_PORT = 0xFFFF;

	private final FirmwareContext context;
	private final Logger log;
	private final Task task;
	private final TlsTransport transport;
	private final MqttAgent agent;
	private final ReconnectBackoff backoff;

	private Optional<TlsRequest> request = Optional.empty();
	private String thingName = "";
	private boolean connectedBefore;
	private boolean notifierCreated;

	/**
	 * Creates the task; it waits for {@link #start()}.
	 *
	 * @param context    the running firmware
	 * @param network    the network stack
	 */
	public MqttAgentTask(FirmwareContext context, NetworkStack network) {
		this.context = context;
		this.log = context.log();
		this.task = context.kernel().createTask("MQTTAgent", 10, 1024);
		this.transport = new TlsTransport(context, network, task);
		this.agent = new MqttAgent(context, task);
		this.backoff = new ReconnectBackoff(context.board().rng());
	}

	/** Starts the task. */
	public void start() {
		task.run(this::readConfiguration);
	}

	/**
	 * Returns what the other tasks use.
	 *
	 * @return the agent
	 */
	public MqttAgent agent() {
		return agent;
	}

	private void readConfiguration() {
		context.kernel().heap().allocate(HeapUse.MQTT_AGENT);
		Optional<String> thing = context.kv().heapString(KvKey.THING_NAME);
		if (thing.isEmpty()) {
			terminate(889, "Invalid client identifier read from KVStore.");
			return;
		}
		Optional<String> endpoint = context.kv().heapString(KvKey.MQTT_ENDPOINT);
		if (endpoint.isEmpty()) {
			terminate(926, "Invalid mqtt endpoint read from KVStore.");
			return;
		}
		long port = context.kv().number(KvKey.MQTT_PORT);
		if (port == 0 || port > MAX_PORT) {
			terminate(938, "Invalid mqtt port number read from KVStore.");
			return;
		}
		thingName = thing.get();
		task.after(CREDENTIALS_MS, () -> configureTransport(endpoint.get(), (int) port));
	}

	private void configureTransport(String endpoint, int port) {
		request = new TlsCredentials(context).configure(endpoint, port);
		if (request.isEmpty()) {
			terminate(1016, "Failed to configure mbedtls transport.");
			return;
		}
		context.kernel().events().set(SystemEvents.TLS_INIT | SystemEvents.MQTT_INIT);
		beginOuterLoop();
	}

	private void terminate(int line, String reason) {
		log.error(SOURCE, line, reason);
		log.error(SOURCE, 1283, "Terminating MqttAgentTask.");
		context.kernel().events().clear(SystemEvents.MQTT_INIT);
		task.delete();
	}

	/** The back-off starts anew here, so it grows only while the transport keeps failing. */
	private void beginOuterLoop() {
		backoff.reset();
		waitForNetwork();
	}

	private void waitForNetwork() {
		context.kernel().events().whenAll(SystemEvents.NET_CONNECTED, task, this::attempt);
	}

	private void attempt() {
		TlsRequest target = request.orElseThrow();
		if (!notifierCreated) {
			notifierCreated = true;
			context.kernel().createStaticTask("SockNotify", 0, 128);
		}
		log.info(SOURCE, 1113, "Attempting a TLS connection to %s:%d.", target.host(), target.port());
		byte[] connect = MqttEncoder.connect(thingName, USER_NAME, KeepAlive.SECONDS, !connectedBefore);
		new BrokerSession(context, task, transport, agent, connect, this).open(target);
	}

	@Override
	public void transportFailed() {
		long delay = backoff.nextMs();
		log.warn(SOURCE, 1130, "Connecting to the mqtt broker failed. Retrying connection in %d ms.", delay);
		task.after(delay, this::waitForNetwork);
	}

	@Override
	public void accepted(BrokerSession session, boolean sessionPresent) {
		boolean clean = !connectedBefore;
		connectedBefore = true;
		if (clean) {
			log.info(SOURCE, 1185, "Starting a clean MQTT Session.");
		} else {
			log.info(SOURCE, 1169, "Resuming persistent MQTT Session.");
		}
		context.events().publish(new FirmwareEvent.MqttConnected(context.board().scheduler().now(), request.orElseThrow().host()));
		agent.connected(session::send, clean, sessionPresent);
		context.kernel().events().set(SystemEvents.MQTT_CONNECTED);
	}

	@Override
	public void refused() {
		log.error(SOURCE, 1193, "Failed to connect to mqtt broker.");
		retryLater();
	}

	@Override
	public void ended() {
		agent.disconnected();
		context.kernel().events().clear(SystemEvents.MQTT_CONNECTED);
		context.events().publish(new FirmwareEvent.MqttDisconnected(context.board().scheduler().now()));
		retryLater();
	}

	private void retryLater() {
		long delay = backoff.nextMs();
		log.warn(SOURCE, 1255, "Disconnected from the MQTT Broker. Retrying in %d ms.", delay);
		task.after(delay, this::beginOuterLoop);
	}
}
