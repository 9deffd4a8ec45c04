/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.mqtt;

import java.util.function.Consumer;
import java.util.function.IntFunction;

import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.kernel.Timer;

/** A command of another task that waits in the agent's queue or for the broker's acknowledgement. */
final class Operation {

	private static final Timer NO_TIMEOUT = () -> {
		// the caller waits for ever
	};

	private final Task caller;
	private final boolean acknowledged;
	private final IntFunction<byte[]> packet;
	private final Runnable onSent;
	private final Consumer<MqttStatus> done;
	private final Timer timeout;

	private boolean completed;

	/**
	 * Creates an operation and starts its time-out.
	 *
	 * @param caller       the task that asks; it is told the outcome
	 * @param acknowledged whether the broker answers
	 * @param packet       builds the packet for a packet identifier
	 * @param onSent       told when the packet is sent
	 * @param timeoutMs    how long the caller waits, {@link MqttAgent#FOREVER} at most
	 * @param done         told the outcome, once
	 */
	Operation(Task caller, boolean acknowledged, IntFunction<byte[]> packet, Runnable onSent, long timeoutMs,
			Consumer<MqttStatus> done) {
		this.caller = caller;
		this.acknowledged = acknowledged;
		this.packet = packet;
		this.onSent = onSent;
		this.done = done;
		timeout = timeoutMs == MqttAgent.FOREVER ? NO_TIMEOUT : caller.after(timeoutMs, () -> finish(MqttStatus.TIMED_OUT));
	}

	boolean acknowledged() {
		return acknowledged;
	}

	/** Whether the caller knows the outcome already, perhaps because it has given up. */
	boolean completed() {
		return completed;
	}

	/** Builds the packet; the caller of this sends it. */
	byte[] packet(int packetId) {
		return packet.apply(packetId);
	}

	void sent() {
		onSent.run();
	}

	/** Tells the outcome to the caller's task, unless it has given up waiting. */
	void complete(MqttStatus status) {
		timeout.cancel();
		caller.run(() -> finish(status));
	}

	private void finish(MqttStatus status) {
		if (!completed) {
			completed = true;
			timeout.cancel();
			done.accept(status);
		}
	}
}
