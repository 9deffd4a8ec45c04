/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The IoT policies of the account and what they are attached to.
 */
public final class PolicyRegistry {

	private final CloudServices services;

	private final Map<String, Policy> policies;

	private final Map<String, PolicyDocument> documents = new LinkedHashMap<>();

	private final Map<String, NameList> targetsByPolicy;

	private final AtomicLong revision = new AtomicLong();

	PolicyRegistry(CloudServices services) {
		this.services = services;
		this.policies = services.state().table("policies", Policy.class);
		this.targetsByPolicy = services.state().table("policy-targets", NameList.class);
		policies.values().forEach(policy -> documents.put(policy.name(), PolicyDocument.parse(policy.document())));
	}

	/**
	 * Creates a policy.
	 *
	 * @param name policy name
	 * @param documentJson the document
	 * @return the policy
	 * @throws ServiceException if the name is taken or the document is malformed
	 */
	public Policy create(String name, String documentJson) {
		Names.check("policyName", name, Names.POLICY);
		PolicyDocument document = PolicyDocument.parse(documentJson);
		synchronized (services.lock()) {
			if (policies.containsKey(name)) {
				throw ServiceException.alreadyExists("Policy cannot be created - name already exists (name=" + name + ")");
			}
			Policy policy = new Policy(name, services.arns().policy(name), documentJson, "1");
			policies.put(name, policy);
			documents.put(name, document);
			return policy;
		}
	}

	/**
	 * Looks a policy up.
	 *
	 * @param name policy name
	 * @return the policy
	 * @throws ServiceException if there is none
	 */
	public Policy get(String name) {
		synchronized (services.lock()) {
			return Optional.ofNullable(policies.get(name)).orElseThrow(() -> ServiceException.notFound("Policy not found (name=" + name + ")"));
		}
	}

	/**
	 * All policies, in the order of their creation.
	 *
	 * @return a copy
	 */
	public List<Policy> list() {
		synchronized (services.lock()) {
			return List.copyOf(policies.values());
		}
	}

	/**
	 * Deletes a policy.
	 *
	 * @param name policy name
	 * @throws ServiceException if there is none or it is attached to something
	 */
	public void delete(String name) {
		synchronized (services.lock()) {
			get(name);
			if (!targetsOf(name).isEmpty()) {
				throw ServiceException.deleteConflict("The policy cannot be deleted as the policy is attached to one or more principals"
						+ " (name=" + name + ")");
			}
			policies.remove(name);
			documents.remove(name);
			targetsByPolicy.remove(name);
		}
	}

	/**
	 * Attaches a policy. Attaching it again changes nothing.
	 *
	 * @param name policy name
	 * @param targetArn a certificate
	 * @throws ServiceException if one of the two does not exist
	 */
	public void attach(String name, String targetArn) {
		synchronized (services.lock()) {
			get(name);
			services.certificates().getByArn(targetArn);
			targetsByPolicy.merge(name, NameList.EMPTY.with(targetArn), (old, one) -> old.with(targetArn));
			touch();
		}
	}

	/**
	 * Detaches a policy. Detaching what is not attached changes nothing.
	 *
	 * @param name policy name
	 * @param targetArn a certificate
	 * @throws ServiceException if there is no such policy
	 */
	public void detach(String name, String targetArn) {
		synchronized (services.lock()) {
			get(name);
			targetsByPolicy.computeIfPresent(name, (key, targets) -> targets.without(targetArn));
			touch();
		}
	}

	/**
	 * The policies of a target.
	 *
	 * @param targetArn a certificate
	 * @return its policies
	 */
	public List<Policy> attachedTo(String targetArn) {
		synchronized (services.lock()) {
			return policies.values().stream().filter(policy -> targetsOf(policy.name()).contains(targetArn)).toList();
		}
	}

	/**
	 * The targets of a policy.
	 *
	 * @param name policy name
	 * @return ARNs; empty for an unknown policy
	 */
	public List<String> targetsOf(String name) {
		synchronized (services.lock()) {
			return targetsByPolicy.getOrDefault(name, NameList.EMPTY).names();
		}
	}

	/**
	 * Decides whether a connection may do something: some statement allows it and none denies it.
	 *
	 * @param connection who asks
	 * @param action for instance {@code iot:Publish}
	 * @param resourceArn on what
	 * @return true if it may
	 */
	public boolean allows(ConnectionContext connection, String action, String resourceArn) {
		List<PolicyDocument> attached;
		synchronized (services.lock()) {
			attached = attachedTo(services.arns().cert(connection.certificateId())).stream()
					.map(policy -> Objects.requireNonNull(documents.get(policy.name()))).toList();
		}
		boolean allowed = false;
		for (PolicyDocument document : attached) {
			switch (document.decide(connection, action, resourceArn)) {
				case DENIED:
					return false;
				case ALLOWED:
					allowed = true;
					break;
				default:
					break;
			}
		}
		return allowed;
	}

	/**
	 * Grows whenever a decision of {@link #allows} may have changed, so that callers can keep decisions.
	 *
	 * @return a number that only grows
	 */
	public long revision() {
		return revision.get();
	}

	void touch() {
		revision.incrementAndGet();
	}
}
