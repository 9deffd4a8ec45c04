/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import java.util.ArrayList;
import java.util.List;

import dev.bankswap.cloud.service.Topics;

import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;

/**
 * SUBSCRIBE and UNSUBSCRIBE of one client, with AWS's limits.
 */
final class SubscribeExchange {

	private static final int MAX_FILTERS = 8;

	private static final int MAX_SUBSCRIPTIONS = 50;

	private static final int FAILURE = 0x80;

	private static final int NOT_AUTHORIZED = 0x87;

	private static final int QUOTA_EXCEEDED = 0x97;

	private static final int SHARED_NOT_SUPPORTED = 0x9E;

	private static final short NO_SUBSCRIPTION_EXISTED = 0x11;

	private final Broker broker;

	private final MqttConnection connection;

	SubscribeExchange(Broker broker, MqttConnection connection) {
		this.broker = broker;
		this.connection = connection;
	}

	void subscribe(MqttSubscribeMessage packet) {
		List<MqttTopicSubscription> wanted = packet.payload().topicSubscriptions();
		if (wanted.isEmpty() || wanted.size() > MAX_FILTERS
				|| !wanted.stream().allMatch(each -> Topics.validFilter(each.topicFilter()))) {
			connection.end(DisconnectReason.CLIENT_ERROR);
			return;
		}
		if (wanted.stream().anyMatch(each -> each.qualityOfService().value() > 1)) {
			// AWS does not know QoS 2 and leaves such a request without any answer
			return;
		}
		List<Integer> codes = new ArrayList<>();
		List<String> granted = new ArrayList<>();
		for (MqttTopicSubscription each : wanted) {
			int code = grant(each.topicFilter(), each.qualityOfService().value());
			codes.add(code);
			if (code < FAILURE) {
				granted.add(each.topicFilter());
			}
		}
		connection.send(Packets.subAck(packet.variableHeader().messageId(), codes));
		if (!granted.isEmpty()) {
			broker.subscribed(connection, granted);
		}
	}

	private int grant(String filter, int qos) {
		Session session = connection.session();
		if (filter.startsWith("$share/")) {
			return failure(SHARED_NOT_SUPPORTED);
		}
		if (!connection.authorizer().maySubscribe(filter)) {
			return failure(NOT_AUTHORIZED);
		}
		if (session.subscriptions().size() >= MAX_SUBSCRIPTIONS && !session.subscriptions().containsKey(filter)) {
			return failure(QUOTA_EXCEEDED);
		}
		broker.subscribe(session, filter, qos);
		return qos;
	}

	private int failure(int reasonCode) {
		return connection.version5() ? reasonCode : FAILURE;
	}

	void unsubscribe(MqttUnsubscribeMessage packet) {
		List<String> filters = packet.payload().topics();
		if (filters.isEmpty() || filters.size() > MAX_FILTERS) {
			connection.end(DisconnectReason.CLIENT_ERROR);
			return;
		}
		List<Short> codes = new ArrayList<>();
		for (String filter : filters) {
			codes.add(broker.unsubscribe(connection.session(), filter) ? (short) 0 : NO_SUBSCRIPTION_EXISTED);
		}
		connection.send(Packets.unsubAck(packet.variableHeader().messageId(), connection.version5() ? codes : List.of()));
		broker.unsubscribed(connection, filters);
	}
}
