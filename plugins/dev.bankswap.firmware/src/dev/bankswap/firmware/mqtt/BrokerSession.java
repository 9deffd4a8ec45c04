/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.mqtt;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.kernel.Timer;
import dev.bankswap.firmware.net.TlsRequest;
import dev.bankswap.firmware.net.TlsTransport;
import dev.bankswap.firmware.net.TransportListener;

/** One connection to the broker, from the TLS attempt over CONNECT and CONNACK to its end. */
final class BrokerSession implements TransportListener {

	/** What the agent task makes of the session. */
	interface Owner {

		/** The TLS connection could not be made. */
		void transportFailed();

		/**
		 * The broker has accepted.
		 *
		 * @param session        the session, by which packets can be sent
		 * @param sessionPresent whether the broker knows an earlier one
		 */
		void accepted(BrokerSession session, boolean sessionPresent);

		/** The broker refused or did not answer CONNECT. */
		void refused();

		/** An accepted session is over. */
		void ended();
	}

	private static final long CONNACK_WAIT_MS = 2_000;

	private final Task task;
	private final FirmwareContext context;
	private final TlsTransport transport;
	private final MqttAgent agent;
	private final Owner owner;
	private final byte[] connectPacket;
	private final MqttDecoder decoder = new MqttDecoder();

	private Timer connAckTimer = () -> {
		// CONNECT was not sent yet
	};
	private KeepAlive keepAlive;
	private boolean accepted;
	private boolean over;

	BrokerSession(FirmwareContext context, Task task, TlsTransport transport, MqttAgent agent, byte[] connectPacket, Owner owner) {
		this.context = context;
		this.task = task;
		this.transport = transport;
		this.agent = agent;
		this.connectPacket = connectPacket.clone();
		this.owner = owner;
		keepAlive = newKeepAlive();
	}

	void open(TlsRequest request) {
		transport.connect(request, this);
	}

	void send(byte[] packet) {
		if (!over) {
			keepAlive.sent();
			transport.send(packet);
		}
	}

	@Override
	public void established() {
		keepAlive.stop();
		keepAlive = newKeepAlive();
		connAckTimer = task.after(CONNACK_WAIT_MS, this::end);
		send(connectPacket);
	}

	@Override
	public void failed() {
		if (!over) {
			over = true;
			keepAlive.stop();
			owner.transportFailed();
		}
	}

	@Override
	public void received(byte[] data) {
		if (over) {
			return;
		}
		keepAlive.received();
		try {
			for (MqttPacket packet : decoder.feed(data)) {
				handle(packet);
			}
		} catch (MqttProtocolException malformed) {
			// coreMQTT drops the connection and tells nobody why
			end();
		}
	}

	@Override
	public void closed() {
		end();
	}

	private void handle(MqttPacket packet) throws MqttProtocolException {
		if (over) {
			return;
		}
		if (accepted) {
			if (packet instanceof MqttPacket.PingResp) {
				keepAlive.answered();
			}
			agent.handle(packet);
		} else if (packet instanceof MqttPacket.ConnAck answer && answer.code() == 0) {
			accepted = true;
			connAckTimer.cancel();
			owner.accepted(this, answer.sessionPresent());
		} else {
			end();
		}
	}

	/** Ends the session whatever the reason: broken, refused, malformed, silent. */
	private void end() {
		if (over) {
			return;
		}
		over = true;
		connAckTimer.cancel();
		keepAlive.stop();
		transport.disconnect();
		if (accepted) {
			owner.ended();
		} else {
			owner.refused();
		}
	}

	private KeepAlive newKeepAlive() {
		return new KeepAlive(task, context.kernel()::tick, () -> send(MqttEncoder.pingReq()), this::end);
	}
}
