/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.nio.charset.StandardCharsets;

/**
 * The rules for topics and topic filters, with AWS's limits and its one deviation: {@code a/#} does not match {@code a}.
 */
public final class Topics {

	private static final int MAX_BYTES = 256;

	private static final int MAX_SLASHES = 7;

	/** Of a reserved topic: more than the two longest names, or a rule's name before an ordinary topic, take. */
	private static final int MAX_RESERVED_BYTES = 1024;

	/** Of a reserved topic: more than any has, and few enough for the recursion through the subscriptions. */
	private static final int MAX_RESERVED_SLASHES = 16;

	private Topics() {
		// functions only
	}

	/**
	 * Whether a topic or filter belongs to AWS.
	 *
	 * @param topic the topic
	 * @return true if it starts with a dollar sign
	 */
	public static boolean reserved(String topic) {
		return topic.startsWith("$");
	}

	/**
	 * Whether something can be published to a topic.
	 *
	 * @param topic the topic
	 * @return false if it is too long, too deep or contains a wildcard
	 */
	public static boolean validTopic(String topic) {
		return withinLimits(topic) && topic.indexOf('+') < 0 && topic.indexOf('#') < 0;
	}

	/**
	 * Whether a filter can be subscribed to.
	 *
	 * @param filter the filter
	 * @return false if it is too long, too deep or has a wildcard in a wrong place
	 */
	public static boolean validFilter(String filter) {
		if (!withinLimits(filter)) {
			return false;
		}
		String[] levels = filter.split("/", -1);
		for (int i = 0; i < levels.length; i++) {
			String level = levels[i];
			boolean multi = level.indexOf('#') >= 0;
			if (multi && (level.length() > 1 || i < levels.length - 1) || level.indexOf('+') >= 0 && level.length() > 1) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Whether a filter stands for more than one topic.
	 *
	 * @param filter the filter
	 * @return true if it has a wildcard
	 */
	public static boolean wildcard(String filter) {
		return filter.indexOf('+') >= 0 || filter.indexOf('#') >= 0;
	}

	private static boolean withinLimits(String text) {
		if (text.isEmpty() || text.indexOf(0) >= 0) {
			return false;
		}
		// the reserved part is not counted by AWS; how much that is depends on the service, so there is room for all of it
		return reserved(text) ? within(text, MAX_RESERVED_SLASHES, MAX_RESERVED_BYTES) : within(text, MAX_SLASHES, MAX_BYTES);
	}

	private static boolean within(String text, int slashes, int bytes) {
		return text.chars().filter(c -> c == '/').count() <= slashes
				&& (text.length() <= bytes / 4 || text.getBytes(StandardCharsets.UTF_8).length <= bytes);
	}
}
