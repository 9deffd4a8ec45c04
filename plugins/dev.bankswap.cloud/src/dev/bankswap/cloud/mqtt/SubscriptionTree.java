/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.bankswap.cloud.service.Topics;

/**
 * Finds who has subscribed to a topic. One node stands for one level of the filters.
 *
 * @param <S> the subscriber
 */
final class SubscriptionTree<S> {

	private static final class Node<S> {

		private final Map<String, Node<S>> children = new HashMap<>();

		private final Map<S, Integer> subscribers = new LinkedHashMap<>();

		boolean unused() {
			return children.isEmpty() && subscribers.isEmpty();
		}
	}

	private final Node<S> root = new Node<>();

	void add(String filter, S subscriber, int qos) {
		Node<S> node = root;
		for (String level : filter.split("/", -1)) {
			node = node.children.computeIfAbsent(level, key -> new Node<>());
		}
		node.subscribers.put(subscriber, qos);
	}

	void remove(String filter, S subscriber) {
		remove(root, filter.split("/", -1), 0, subscriber);
	}

	private void remove(Node<S> node, String[] levels, int depth, S subscriber) {
		if (depth == levels.length) {
			node.subscribers.remove(subscriber);
			return;
		}
		Optional.ofNullable(node.children.get(levels[depth])).ifPresent(child -> {
			remove(child, levels, depth + 1, subscriber);
			if (child.unused()) {
				node.children.remove(levels[depth]);
			}
		});
	}

	/**
	 * Collects the subscribers of a topic.
	 *
	 * @param topic a topic without wildcards
	 * @return each subscriber once, with the highest quality of service among its matching filters
	 */
	Map<S, Integer> subscribers(String topic) {
		Map<S, Integer> found = new LinkedHashMap<>();
		collect(root, topic.split("/", -1), 0, found);
		return found;
	}

	private void collect(Node<S> node, String[] levels, int depth, Map<S, Integer> found) {
		if (depth == levels.length) {
			node.subscribers.forEach((subscriber, qos) -> found.merge(subscriber, qos, Math::max));
			return;
		}
		child(node, levels[depth]).ifPresent(child -> collect(child, levels, depth + 1, found));
		if (depth == 0 && Topics.reserved(levels[0])) {
			return;
		}
		child(node, "+").ifPresent(child -> collect(child, levels, depth + 1, found));
		child(node, "#").ifPresent(child -> collect(child, levels, levels.length, found));
	}

	private static <S> Optional<Node<S>> child(Node<S> node, String level) {
		return Optional.ofNullable(node.children.get(level));
	}
}
