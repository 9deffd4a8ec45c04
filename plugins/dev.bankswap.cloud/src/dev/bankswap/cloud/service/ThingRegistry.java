/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The things of the account and the certificates that are attached to them.
 */
public final class ThingRegistry {

	private static final int MAX_ATTRIBUTES = 50;

	private final CloudServices services;

	private final Map<String, Thing> things;

	private final Map<String, NameList> principalsByThing;

	ThingRegistry(CloudServices services) {
		this.services = services;
		this.things = services.state().table("things", Thing.class);
		this.principalsByThing = services.state().table("thing-principals", NameList.class);
	}

	/**
	 * Creates a thing. Creating the same thing again is allowed and changes nothing.
	 *
	 * @param name thing name
	 * @param attributes its attributes
	 * @return the thing
	 * @throws ServiceException if a thing of this name but with other attributes exists, or a name is illegal
	 */
	public Thing create(String name, Map<String, String> attributes) {
		Names.check("thingName", name, Names.THING);
		checkAttributes(attributes);
		synchronized (services.lock()) {
			Thing thing = things.computeIfAbsent(name,
					key -> new Thing(key, services.arns().thing(key), UUID.randomUUID().toString(), attributes, 1));
			if (!thing.attributes().equals(attributes)) {
				throw ServiceException.alreadyExists("Thing " + name + " already exists in account with different attributes");
			}
			return thing;
		}
	}

	/**
	 * Looks a thing up.
	 *
	 * @param name thing name
	 * @return the thing
	 * @throws ServiceException if there is none
	 */
	public Thing get(String name) {
		synchronized (services.lock()) {
			return Optional.ofNullable(things.get(name)).orElseThrow(() -> ServiceException.notFound("Thing " + name + " not found."));
		}
	}

	boolean exists(String name) {
		synchronized (services.lock()) {
			return things.containsKey(name);
		}
	}

	/**
	 * All things, in the order of their creation.
	 *
	 * @return a copy
	 */
	public List<Thing> list() {
		synchronized (services.lock()) {
			return List.copyOf(things.values());
		}
	}

	/**
	 * Deletes a thing; its job executions are removed. Deleting what does not exist is no error.
	 *
	 * @param name thing name
	 * @throws ServiceException if a certificate is still attached
	 */
	public void delete(String name) {
		synchronized (services.lock()) {
			if (!principals(name).isEmpty()) {
				throw ServiceException.invalid("Cannot delete. Thing " + name + " is still attached to one or more principals");
			}
			if (things.remove(name) != null) {
				principalsByThing.remove(name);
				services.jobs().thingDeleted(name);
				services.shadows().thingDeleted(name);
				services.defender().thingDeleted(name);
			}
		}
	}

	/**
	 * Attaches a certificate.
	 *
	 * @param name thing name
	 * @param certificateArn the certificate
	 * @throws ServiceException if one of the two does not exist
	 */
	public void attachPrincipal(String name, String certificateArn) {
		synchronized (services.lock()) {
			Thing thing = get(name);
			services.certificates().getByArn(certificateArn);
			principalsByThing.merge(thing.name(), NameList.EMPTY.with(certificateArn), (old, one) -> old.with(certificateArn));
			services.policies().touch();
		}
	}

	/**
	 * Detaches a certificate.
	 *
	 * @param name thing name
	 * @param certificateArn the certificate
	 * @throws ServiceException if the thing does not exist or the certificate is not attached to it
	 */
	public void detachPrincipal(String name, String certificateArn) {
		synchronized (services.lock()) {
			NameList attached = principalsByThing.getOrDefault(get(name).name(), NameList.EMPTY);
			if (!attached.names().contains(certificateArn)) {
				throw ServiceException.notFound("Principal " + certificateArn + " is not attached to thing " + name);
			}
			principalsByThing.put(name, attached.without(certificateArn));
			services.policies().touch();
		}
	}

	/**
	 * The certificates of a thing.
	 *
	 * @param name thing name
	 * @return certificate ARNs; empty also for an unknown thing
	 */
	public List<String> principals(String name) {
		synchronized (services.lock()) {
			return principalsByThing.getOrDefault(name, NameList.EMPTY).names();
		}
	}

	/**
	 * The things of a certificate.
	 *
	 * @param certificateArn the certificate
	 * @return thing names
	 */
	public List<String> thingsOf(String certificateArn) {
		synchronized (services.lock()) {
			return principalsByThing.entrySet().stream().filter(entry -> entry.getValue().names().contains(certificateArn))
					.map(Map.Entry::getKey).toList();
		}
	}

	private static void checkAttributes(Map<String, String> attributes) {
		if (attributes.size() > MAX_ATTRIBUTES) {
			throw ServiceException.invalid("A thing has at most " + MAX_ATTRIBUTES + " attributes");
		}
		attributes.forEach((key, value) -> {
			Names.check("attributes", key, Names.ATTRIBUTE_NAME);
			Names.check("attributes." + key, value, Names.ATTRIBUTE_VALUE);
		});
	}
}
