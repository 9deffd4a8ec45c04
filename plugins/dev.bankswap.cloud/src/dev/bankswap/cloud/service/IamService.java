/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.io.IOException;
import java.util.List;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Roles with their policies, as IAM keeps them. The OTA service asks it what its role may do. Thread-safe. */
public final class IamService {

	private static final JsonMapper JSON = new JsonMapper();

	private final CloudServices services;

	private final Map<String, Entry> roles;

	/** A role with what is attached to it. */
	private record Entry(Role role, NameList attached, Map<String, String> inline) {

		Entry {
			inline = Collections.unmodifiableMap(new TreeMap<>(inline));
		}

		Entry withAttached(NameList policies) {
			return new Entry(role, policies, inline);
		}

		/** The entry with another inline policy, or without one if the document is empty. */
		Entry withInline(String policy, Optional<String> document) {
			Map<String, String> changed = new TreeMap<>(inline);
			changed.remove(policy);
			document.ifPresent(text -> changed.put(policy, text));
			return new Entry(role, attached, changed);
		}
	}

	/**
	 * Makes a service without roles.
	 *
	 * @param services the services that it belongs to
	 */
	public IamService(CloudServices services) {
		this.services = services;
		this.roles = services.state().sortedTable("roles", Entry.class);
	}

	/**
	 * Makes a role.
	 *
	 * @param request what it is to be
	 * @return the role
	 */
	public synchronized Role createRole(RoleRequest request) {
		policyDocument(request.trustDocument());
		if (roles.containsKey(request.name())) {
			throw new ServiceException("EntityAlreadyExists", 409,
					"Role with name " + request.name() + " already exists.");
		}
		String arn = services.arns().role(request.path().substring(1) + request.name());
		Role role = new Role(request.name(), request.path(), Ids.roleId(), arn, request.trustDocument(),
				request.description(), services.clock().instant(), request.maxSessionSeconds());
		roles.put(role.name(), new Entry(role, NameList.EMPTY, Map.of()));
		return role;
	}

	/**
	 * Looks a role up.
	 *
	 * @param name its name
	 * @return the role
	 */
	public synchronized Role role(String name) {
		return entry(name).role();
	}

	/**
	 * Looks a role up that may be missing.
	 *
	 * @param arn its ARN
	 * @return the role, if there is one
	 */
	public synchronized Optional<Role> byArn(String arn) {
		return roles.values().stream().map(Entry::role).filter(role -> role.arn().equals(arn)).findFirst();
	}

	/**
	 * All roles.
	 *
	 * @return the roles by name
	 */
	public synchronized List<Role> roles() {
		return roles.values().stream().map(Entry::role).toList();
	}

	/**
	 * Removes a role that has no policies any more.
	 *
	 * @param name its name
	 */
	public synchronized void deleteRole(String name) {
		Entry entry = entry(name);
		if (!entry.attached().names().isEmpty() || !entry.inline().isEmpty()) {
			throw new ServiceException("DeleteConflict", 409, entry.inline().isEmpty()
					? "Cannot delete entity, must detach all policies first."
					: "Cannot delete entity, must delete policies first.");
		}
		roles.remove(name);
	}

	/**
	 * Replaces the policy that says who may take a role on.
	 *
	 * @param name     the role's name
	 * @param document the policy
	 */
	public synchronized void updateTrust(String name, String document) {
		Entry entry = entry(name);
		policyDocument(document);
		roles.put(name, new Entry(entry.role().withTrust(document), entry.attached(), entry.inline()));
	}

	/**
	 * Attaches a managed policy.
	 *
	 * @param role      the role's name
	 * @param policyArn the policy's ARN
	 */
	public synchronized void attachPolicy(String role, String policyArn) {
		Entry entry = entry(role);
		if (!policyArn.matches("arn:aws:iam::(aws|[0-9]{12}):policy/.+")) {
			throw noSuchEntity("Policy " + policyArn + " does not exist or is not attachable.");
		}
		roles.put(role, entry.withAttached(entry.attached().with(policyArn)));
	}

	/**
	 * Detaches a managed policy.
	 *
	 * @param role      the role's name
	 * @param policyArn the policy's ARN
	 */
	public synchronized void detachPolicy(String role, String policyArn) {
		Entry entry = entry(role);
		if (!entry.attached().names().contains(policyArn)) {
			throw noSuchEntity("Policy " + policyArn + " was not found.");
		}
		roles.put(role, entry.withAttached(entry.attached().without(policyArn)));
	}

	/**
	 * The managed policies of a role.
	 *
	 * @param role the role's name
	 * @return the policies' ARNs in the order in which they were attached
	 */
	public synchronized List<String> attachedPolicies(String role) {
		return entry(role).attached().names();
	}

	/**
	 * Gives a role a policy of its own, or replaces it.
	 *
	 * @param role     the role's name
	 * @param policy   the policy's name
	 * @param document the policy
	 */
	public synchronized void putPolicy(String role, String policy, String document) {
		Entry entry = entry(role);
		policyDocument(document);
		roles.put(role, entry.withInline(policy, Optional.of(document)));
	}

	/**
	 * A policy of a role's own.
	 *
	 * @param role   the role's name
	 * @param policy the policy's name
	 * @return the policy
	 */
	public synchronized String inlinePolicy(String role, String policy) {
		return Optional.ofNullable(entry(role).inline().get(policy)).orElseThrow(() -> missingInline(policy));
	}

	/**
	 * The policies of a role's own.
	 *
	 * @param role the role's name
	 * @return the policies' names
	 */
	public synchronized List<String> inlinePolicies(String role) {
		return List.copyOf(entry(role).inline().keySet());
	}

	/**
	 * Removes a policy of a role's own.
	 *
	 * @param role   the role's name
	 * @param policy the policy's name
	 */
	public synchronized void deletePolicy(String role, String policy) {
		inlinePolicy(role, policy);
		roles.put(role, entry(role).withInline(policy, Optional.empty()));
	}

	/**
	 * Whether a role's trust policy lets a service take it on.
	 *
	 * @param role      the role
	 * @param principal the service, for instance {@code iot.amazonaws.com}
	 * @return whether a statement allows it
	 */
	public boolean trusts(Role role, String principal) {
		for (JsonNode statement : asList(policyDocument(role.trustDocument()).path("Statement"))) {
			boolean allow = statement.path("Effect").asText().equals("Allow");
			for (JsonNode service : asList(statement.path("Principal").path("Service"))) {
				if (allow && service.asText().equals(principal)) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Whether a role's policies let it do something.
	 *
	 * @param role     the role
	 * @param action   for instance {@code s3:GetObject}
	 * @param resource the ARN of what it is done to
	 * @return whether it may
	 */
	public synchronized boolean allows(Role role, String action, String resource) {
		Entry entry = entry(role.name());
		List<JsonNode> documents = entry.inline().values().stream().map(IamService::policyDocument).toList();
		return new RolePermissions(entry.attached().names(), documents).allows(action, resource);
	}

	private static Iterable<JsonNode> asList(JsonNode node) {
		return node.isArray() ? node : List.of(node);
	}

	private static JsonNode policyDocument(String text) {
		try {
			JsonNode document = JSON.readTree(text);
			if (document.isObject() && document.has("Statement")) {
				return document;
			}
		} catch (IOException e) {
			throw malformed("This policy contains invalid Json");
		}
		throw malformed("Syntax errors in policy.");
	}

	private static ServiceException malformed(String message) {
		return new ServiceException("MalformedPolicyDocument", 400, message);
	}

	private Entry entry(String name) {
		return Optional.ofNullable(roles.get(name))
				.orElseThrow(() -> noSuchEntity("The role with name " + name + " cannot be found."));
	}

	private static ServiceException missingInline(String policy) {
		return noSuchEntity("The role policy with name " + policy + " cannot be found.");
	}

	private static ServiceException noSuchEntity(String message) {
		return new ServiceException("NoSuchEntity", 404, message);
	}
}
