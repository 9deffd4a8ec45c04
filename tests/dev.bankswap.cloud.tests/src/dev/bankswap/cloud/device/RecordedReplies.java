/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.device;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what the services send.
 */
final class RecordedReplies implements Requester, Publisher {

	record Sent(String topic, byte[] payload, boolean direct) {

		String text() {
			return new String(payload, StandardCharsets.UTF_8);
		}
	}

	final List<Sent> sent = new ArrayList<>();

	@Override
	public void reply(String topic, byte[] payload) {
		sent.add(new Sent(topic, payload, true));
	}

	@Override
	public void publish(String topic, byte[] payload, int qos) {
		sent.add(new Sent(topic, payload, false));
	}

	Sent only() {
		if (sent.size() != 1) {
			throw new AssertionError("not one message but " + sent.stream().map(each -> each.topic() + " " + each.text()).toList());
		}
		return sent.remove(0);
	}
}
