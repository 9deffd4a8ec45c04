/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A shadow at one version. The trees are never changed once they are in here.
 *
 * @param version grows with each update
 * @param state sections {@code desired} and {@code reported}; an empty one is absent
 * @param metadata same shape as the state, with the time of the last update in place of each value
 */
record Shadow(long version, ObjectNode state, ObjectNode metadata) {

	private static final String DESIRED = "desired";

	private static final String REPORTED = "reported";

	static Shadow empty(long version) {
		return new Shadow(version, node(), node());
	}

	/**
	 * The shadow after an update.
	 *
	 * @param change what the request says about the sections
	 * @param time when
	 * @return the next version
	 */
	Shadow updated(ObjectNode change, Instant time) {
		Shadow next = new Shadow(version + 1, state.deepCopy(), metadata.deepCopy());
		ShadowTree.merge(next.state, next.metadata, change, time.getEpochSecond());
		for (String section : List.of(DESIRED, REPORTED)) {
			if (next.state.path(section).isEmpty()) {
				next.state.remove(section);
				next.metadata.remove(section);
			}
		}
		return next;
	}

	/** What the device still has to change: every difference, not only those of the last request. */
	Optional<ObjectNode> delta() {
		if (state.get(DESIRED) instanceof ObjectNode desired) {
			ObjectNode reported = state.get(REPORTED) instanceof ObjectNode given ? given : node();
			return Optional.of(ShadowTree.difference(desired, reported)).filter(difference -> !difference.isEmpty());
		}
		return Optional.empty();
	}

	/** The metadata that belongs to a delta. */
	ObjectNode deltaMetadata(ObjectNode delta) {
		return metadata.get(DESIRED) instanceof ObjectNode desired ? ShadowTree.select(desired, delta) : node();
	}

	/** State, metadata and version, as the message about documents has them. */
	ObjectNode snapshot() {
		ObjectNode snapshot = node();
		snapshot.set("state", state);
		snapshot.set("metadata", metadata);
		return snapshot.put("version", version);
	}

	private static ObjectNode node() {
		return JsonNodeFactory.instance.objectNode();
	}
}
