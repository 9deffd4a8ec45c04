/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Arithmetic with the trees of a shadow. Objects are taken apart, arrays are values like any other.
 */
final class ShadowTree {

	private ShadowTree() {
		// functions only
	}

	/**
	 * Puts a change into a state: objects are merged, null deletes, everything else replaces.
	 *
	 * @param state is changed
	 * @param metadata is changed alike
	 * @param change the change
	 * @param seconds when
	 */
	static void merge(ObjectNode state, ObjectNode metadata, ObjectNode change, long seconds) {
		change.properties().forEach(entry -> {
			String name = entry.getKey();
			if (entry.getValue().isNull()) {
				state.remove(name);
				metadata.remove(name);
			} else if (entry.getValue() instanceof ObjectNode object) {
				// metadata of a value is an object too: only the state tells whether there is something to merge with
				boolean known = state.path(name).isObject() && metadata.path(name).isObject();
				merge(known ? (ObjectNode) state.path(name) : state.putObject(name),
						known ? (ObjectNode) metadata.path(name) : metadata.putObject(name), object, seconds);
			} else {
				state.set(name, entry.getValue());
				metadata.set(name, stamped(entry.getValue(), seconds));
			}
		});
	}

	/**
	 * The metadata of a value.
	 *
	 * @param value the value
	 * @param seconds when it was set
	 * @return the same shape with times
	 */
	static JsonNode stamped(JsonNode value, long seconds) {
		if (value.isArray()) {
			ArrayNode times = JsonNodeFactory.instance.arrayNode();
			value.forEach(element -> times.add(stamped(element, seconds)));
			return times;
		}
		ObjectNode times = JsonNodeFactory.instance.objectNode();
		if (value.isObject()) {
			value.properties().forEach(entry -> times.set(entry.getKey(), stamped(entry.getValue(), seconds)));
			return times;
		}
		return times.put("timestamp", seconds);
	}

	/**
	 * What is desired but not reported.
	 *
	 * @param desired what is desired
	 * @param reported what is reported
	 * @return the differing part of what is desired
	 */
	static ObjectNode difference(ObjectNode desired, ObjectNode reported) {
		ObjectNode difference = JsonNodeFactory.instance.objectNode();
		desired.properties().forEach(entry -> {
			JsonNode actual = reported.path(entry.getKey());
			if (entry.getValue() instanceof ObjectNode wanted && actual instanceof ObjectNode given) {
				ObjectNode inner = difference(wanted, given);
				if (!inner.isEmpty()) {
					difference.set(entry.getKey(), inner);
				}
			} else if (!entry.getValue().equals(actual)) {
				difference.set(entry.getKey(), entry.getValue());
			}
		});
		return difference;
	}

	/**
	 * The part of the metadata that belongs to a part of the state.
	 *
	 * @param metadata metadata of the whole
	 * @param part the part
	 * @return its metadata
	 */
	static ObjectNode select(ObjectNode metadata, ObjectNode part) {
		ObjectNode selected = JsonNodeFactory.instance.objectNode();
		part.properties().forEach(entry -> {
			JsonNode times = metadata.path(entry.getKey());
			selected.set(entry.getKey(), entry.getValue() instanceof ObjectNode inner && times instanceof ObjectNode object
					? select(object, inner)
					: times);
		});
		return selected;
	}
}
