/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Device Shadow: the classic shadow of each thing and its named ones. Whatever way a request comes in, everybody who
 * listens hears of the change, as in AWS.
 */
public final class ShadowService {

	/** The name of a thing's classic shadow, which has none. */
	public static final String CLASSIC = "";

	/** A re-created shadow goes on counting for so long. */
	private static final Duration REMEMBERED = Duration.ofHours(48);

	private static final int MAX_OF_THING = 1000;

	private final CloudServices services;

	private final Map<String, Shadow> shadows;

	private final Map<String, Deleted> deleted;

	private record Key(String thing, String name) {

		/** A thing's name has no slash. */
		String row() {
			return thing + "/" + name;
		}
	}

	private record Deleted(long version, Instant time) {
	}

	ShadowService(CloudServices services) {
		this.services = services;
		this.shadows = services.state().table("shadows", Shadow.class);
		this.deleted = services.state().table("deleted-shadows", Deleted.class);
	}

	/**
	 * The document of a shadow.
	 *
	 * @param thingName the thing
	 * @param shadowName the shadow, {@link #CLASSIC} or a name
	 * @param payload nothing, or JSON with a client token
	 * @return state with delta, metadata, version and time
	 * @throws ServiceException if there is no such thing or shadow
	 */
	public ObjectNode get(String thingName, String shadowName, byte[] payload) {
		Optional<String> token = ShadowRequest.readOptional(payload).clientToken();
		synchronized (services.lock()) {
			Shadow shadow = existing(key(thingName, shadowName));
			ObjectNode state = shadow.state().deepCopy();
			shadow.delta().ifPresent(delta -> state.set("delta", delta));
			ObjectNode reply = node();
			reply.set("state", state);
			reply.set("metadata", shadow.metadata().deepCopy());
			return finish(reply.put("version", shadow.version()), token);
		}
	}

	/**
	 * Updates a shadow, or creates it.
	 *
	 * @param thingName the thing
	 * @param shadowName the shadow, {@link #CLASSIC} or a name
	 * @param payload the request as it was sent
	 * @return what the request changed
	 * @throws ServiceException if the request is malformed, too large or for another version
	 */
	public ObjectNode update(String thingName, String shadowName, byte[] payload) {
		ShadowRequest request = ShadowRequest.read(payload);
		ObjectNode change = request.state();
		Optional<String> token = request.clientToken();
		long expected = request.version().orElse(-1);
		synchronized (services.lock()) {
			Key key = key(thingName, shadowName);
			Shadow before = Optional.ofNullable(shadows.get(key.row())).orElseGet(() -> Shadow.empty(lastVersion(key)));
			if (expected >= 0 && expected != before.version()) {
				throw new ServiceException("ConflictException", 409, "Version conflict");
			}
			Shadow after = before.updated(change, now());
			if (after.state().toString().getBytes(StandardCharsets.UTF_8).length > ShadowRequest.MAX_STATE) {
				throw ShadowRequest.tooLarge();
			}
			if (!shadows.containsKey(key.row()) && keysOf(thingName).size() >= MAX_OF_THING) {
				throw new ServiceException("ThrottlingException", 429, "The thing has too many shadows");
			}
			shadows.put(key.row(), after);
			deleted.remove(key.row());
			ObjectNode accepted = accepted(after, change, token);
			services.events().shadowChanged(new ShadowEvent(thingName, shadowName, accepted,
					Optional.of(documents(before, after, token)), after.delta().map(delta -> delta(after, delta, token))));
			return accepted;
		}
	}

	/**
	 * Deletes a shadow. Its version is remembered for two days.
	 *
	 * @param thingName the thing
	 * @param shadowName the shadow, {@link #CLASSIC} or a name
	 * @param payload nothing, or JSON with a client token
	 * @return version and time
	 * @throws ServiceException if there is no such thing or shadow
	 */
	public ObjectNode delete(String thingName, String shadowName, byte[] payload) {
		Optional<String> token = ShadowRequest.readOptional(payload).clientToken();
		synchronized (services.lock()) {
			Key key = key(thingName, shadowName);
			ObjectNode accepted = finish(node().put("version", existing(key).version()), token);
			forget(key);
			services.events().shadowChanged(new ShadowEvent(thingName, shadowName, accepted, Optional.empty(), Optional.empty()));
			return accepted;
		}
	}

	/**
	 * The named shadows of a thing.
	 *
	 * @param thingName the thing
	 * @return their names in order
	 * @throws ServiceException if there is no such thing
	 */
	public List<String> names(String thingName) {
		synchronized (services.lock()) {
			Key key = key(thingName, CLASSIC);
			return keysOf(key.thing()).stream().map(Key::name).filter(name -> !CLASSIC.equals(name)).sorted().toList();
		}
	}

	void thingDeleted(String thingName) {
		keysOf(thingName).forEach(this::forget);
	}

	private void forget(Key key) {
		Instant now = now();
		deleted.values().removeIf(each -> each.time().plus(REMEMBERED).isBefore(now));
		Optional.ofNullable(shadows.remove(key.row())).ifPresent(shadow -> deleted.put(key.row(), new Deleted(shadow.version(), now)));
	}

	private long lastVersion(Key key) {
		return Optional.ofNullable(deleted.get(key.row())).filter(each -> !each.time().plus(REMEMBERED).isBefore(now()))
				.map(Deleted::version).orElse(0L);
	}

	private List<Key> keysOf(String thingName) {
		String prefix = thingName + "/";
		return shadows.keySet().stream().filter(row -> row.startsWith(prefix))
				.map(row -> new Key(thingName, row.substring(prefix.length()))).toList();
	}

	private Key key(String thingName, String shadowName) {
		if (!CLASSIC.equals(shadowName)) {
			Names.check("shadowName", shadowName, Names.SHADOW);
		}
		if (!services.things().exists(thingName)) {
			throw ServiceException.notFound("Thing not found");
		}
		return new Key(thingName, shadowName);
	}

	private Shadow existing(Key key) {
		return Optional.ofNullable(shadows.get(key.row())).orElseThrow(() -> ServiceException
				.notFound("No shadow exists with name: '" + (CLASSIC.equals(key.name()) ? key.thing() : key.name()) + "'"));
	}

	private ObjectNode accepted(Shadow shadow, ObjectNode change, Optional<String> token) {
		ObjectNode reply = node();
		reply.set("state", change.deepCopy());
		reply.set("metadata", ShadowTree.stamped(change, now().getEpochSecond()));
		return finish(reply.put("version", shadow.version()), token);
	}

	private ObjectNode documents(Shadow before, Shadow after, Optional<String> token) {
		ObjectNode message = node();
		message.set("previous", before.snapshot());
		message.set("current", after.snapshot());
		return finish(message, token);
	}

	private ObjectNode delta(Shadow shadow, ObjectNode delta, Optional<String> token) {
		ObjectNode message = node().put("version", shadow.version()).put("timestamp", now().getEpochSecond());
		message.set("state", delta);
		message.set("metadata", shadow.deltaMetadata(delta));
		token.ifPresent(text -> message.put("clientToken", text));
		return message;
	}

	private ObjectNode finish(ObjectNode message, Optional<String> token) {
		message.put("timestamp", now().getEpochSecond());
		token.ifPresent(text -> message.put("clientToken", text));
		return message;
	}

	private Instant now() {
		return services.clock().instant();
	}

	private static ObjectNode node() {
		return JsonNodeFactory.instance.objectNode();
	}
}
