/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.bankswap.cloud.service.Arns;
import dev.bankswap.cloud.service.CloudServices;
import dev.bankswap.cloud.service.ConnectionContext;

/**
 * Decides what one connection may do. Decisions are kept until a policy or an attachment changes.
 */
final class Authorizer {

	private static final int KEPT = 1000;

	private final CloudServices services;

	private final String clientId;

	private final String certificateId;

	private final Map<String, Boolean> decisions = new HashMap<>();

	private long revision = -1;

	private ConnectionContext context;

	Authorizer(CloudServices services, String clientId, String certificateId) {
		this.services = services;
		this.clientId = clientId;
		this.certificateId = certificateId;
		this.context = new ConnectionContext(clientId, certificateId, Optional.empty());
	}

	boolean mayConnect() {
		return may("iot:Connect", "client", clientId);
	}

	boolean mayPublish(String topic) {
		return may("iot:Publish", "topic", topic);
	}

	boolean mayRetain(String topic) {
		return may("iot:RetainPublish", "topic", topic);
	}

	boolean maySubscribe(String filter) {
		return may("iot:Subscribe", "topicfilter", filter);
	}

	boolean mayReceive(String topic) {
		return may("iot:Receive", "topic", topic);
	}

	private boolean may(String action, String type, String name) {
		long current = services.policies().revision();
		if (current != revision || decisions.size() >= KEPT) {
			revision = current;
			decisions.clear();
			context = new ConnectionContext(clientId, certificateId, thing());
		}
		return decisions.computeIfAbsent(action + ' ' + name,
				key -> services.policies().allows(context, action, services.arns().iot(type, name)));
	}

	private Optional<String> thing() {
		Arns arns = services.arns();
		return services.things().thingsOf(arns.cert(certificateId)).stream().filter(clientId::equals).findFirst();
	}
}
