/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.wire;

/**
 * Knows from the packets that went by whether the device waits for an answer that the cloud is sure to give soon. Used on the
 * simulation thread only.
 */
final class ReplyTracker {

	private final MqttFrames sent = new MqttFrames(this::sent);
	private final MqttFrames received = new MqttFrames(this::received);
	private int acknowledgements;
	private boolean job;
	private boolean block;

	void deviceSent(byte[] data) {
		sent.feed(data);
	}

	void cloudSent(byte[] data) {
		received.feed(data);
	}

	/**
	 * Tells whether an answer is outstanding.
	 *
	 * @return whether one is
	 */
	boolean waiting() {
		return acknowledgements > 0 || job || block;
	}

	private void sent(int type, int qos, String topic) {
		switch (type) {
		case MqttFrames.CONNECT, MqttFrames.SUBSCRIBE, MqttFrames.UNSUBSCRIBE, MqttFrames.PINGREQ -> acknowledgements++;
		case MqttFrames.PUBLISH -> {
			acknowledgements += qos > 0 ? 1 : 0;
			job |= topic.endsWith("/jobs/$next/get"); //$NON-NLS-1$
			block |= topic.contains("/streams/") && topic.endsWith("/get/cbor"); //$NON-NLS-1$ //$NON-NLS-2$
		}
		default -> {
			// the cloud answers nothing else
		}
		}
	}

	private void received(int type, int qos, String topic) {
		switch (type) {
		case MqttFrames.CONNACK, MqttFrames.SUBACK, MqttFrames.UNSUBACK, MqttFrames.PINGRESP, MqttFrames.PUBACK ->
			acknowledgements = Math.max(0, acknowledgements - 1);
		case MqttFrames.PUBLISH -> {
			job &= !topic.contains("/jobs/$next/get/"); //$NON-NLS-1$
			block &= !topic.endsWith("/data/cbor"); //$NON-NLS-1$
		}
		default -> {
			// not an answer
		}
		}
	}
}
