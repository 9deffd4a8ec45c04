/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.device;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;

import dev.bankswap.cloud.service.CloudServices;

/**
 * Hands a message on a reserved topic to the service that it is meant for.
 */
public final class ReservedTopics {

	private static final Logger LOG = System.getLogger("dev.bankswap.cloud");

	private static final String THINGS = "$aws/things/";

	private static final String BASIC_INGEST = "$aws/rules/";

	/** One service behind a group of topics. */
	interface Handler {

		/**
		 * Takes a request.
		 *
		 * @param request what was published
		 * @return false if the topic belongs to no operation of the service
		 */
		boolean handle(Request request);
	}

	/**
	 * A message for a service.
	 *
	 * @param from who sent it
	 * @param topic its topic
	 * @param thing name of the thing in the topic
	 * @param path the levels of the topic behind the service's name
	 * @param payload its content
	 */
	record Request(Requester from, String topic, String thing, List<String> path, byte[] payload) {
	}

	private final CloudServices services;

	private final Map<String, Handler> handlers;

	/**
	 * Creates the services.
	 *
	 * @param services what they work on
	 * @param publisher where they publish
	 */
	public ReservedTopics(CloudServices services, Publisher publisher) {
		this.services = services;
		ShadowTopics shadows = new ShadowTopics(services, publisher);
		this.handlers = Map.of("jobs", new JobTopics(services), "streams", new StreamTopics(services, publisher), "defender",
				new DefenderTopics(services, publisher), "shadow", shadows);
		services.addListener(shadows);
		services.addListener(new JobNotifications(services.clock(), publisher));
	}

	/**
	 * Takes a message on a topic that starts with {@code $}.
	 *
	 * @param from who sent it
	 * @param topic its topic
	 * @param payload its content
	 * @return false if clients may not publish to this topic
	 */
	public boolean handle(Requester from, String topic, byte[] payload) {
		if (topic.startsWith(BASIC_INGEST)) {
			return true;
		}
		List<String> levels = List.of(topic.split("/", -1));
		Handler handler = topic.startsWith(THINGS) && levels.size() > 4 ? handlers.get(levels.get(3)) : null;
		if (handler == null) {
			return false;
		}
		try {
			boolean known = handler.handle(new Request(from, topic, levels.get(2), levels.subList(4, levels.size()), payload));
			services.commit();
			return known;
		} catch (RuntimeException e) {
			// a request must never take the broker down; the device sees a missing answer, the developer this line
			LOG.log(Level.ERROR, "A request on " + topic + " failed", e);
			return true;
		}
	}
}
