/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.iot;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.http.rest.Json;
import dev.bankswap.cloud.http.rest.Page;
import dev.bankswap.cloud.http.rest.RestCall;
import dev.bankswap.cloud.http.rest.Routes;
import dev.bankswap.cloud.http.rest.TextRule;
import dev.bankswap.cloud.service.Policy;
import dev.bankswap.cloud.service.PolicyRegistry;

/** Policies and what they are attached to. */
final class PolicyOperations {

	private static final String NAME = "policyName";

	private static final String ARN = "policyArn";

	private static final String DOCUMENT = "policyDocument";

	private static final String TARGET = "target";

	private final PolicyRegistry policies;

	PolicyOperations(PolicyRegistry policies) {
		this.policies = policies;
	}

	void addTo(Routes routes) {
		routes.add("POST", "/policies/{policyName}", this::create).add("GET", "/policies/{policyName}", this::get)
				.add("DELETE", "/policies/{policyName}", this::delete).add("GET", "/policies", this::list)
				.add("PUT", "/target-policies/{policyName}", this::attach)
				.add("POST", "/target-policies/{policyName}", this::detach)
				.add("POST", "/attached-policies/{target}", this::attached)
				.add("POST", "/policy-targets/{policyName}", this::targets);
	}

	private ObjectNode create(RestCall call) {
		Policy policy = policies.create(name(call), call.body().text(DOCUMENT, Shapes.POLICY_DOCUMENT));
		return Json.object().put(NAME, policy.name()).put(ARN, policy.arn()).put(DOCUMENT, policy.document())
				.put("policyVersionId", policy.versionId());
	}

	private ObjectNode get(RestCall call) {
		Policy policy = policies.get(name(call));
		return Json.object().put(NAME, policy.name()).put(ARN, policy.arn()).put(DOCUMENT, policy.document())
				.put("defaultVersionId", policy.versionId());
	}

	private ObjectNode delete(RestCall call) {
		policies.delete(name(call));
		return Json.object();
	}

	private ObjectNode list(RestCall call) {
		return page(call, policies.list());
	}

	private ObjectNode attach(RestCall call) {
		policies.attach(name(call), call.body().text(TARGET, TextRule.NOT_EMPTY));
		return Json.object();
	}

	private ObjectNode detach(RestCall call) {
		policies.detach(name(call), call.body().text(TARGET, TextRule.NOT_EMPTY));
		return Json.object();
	}

	private ObjectNode attached(RestCall call) {
		return page(call, policies.attachedTo(call.label(TARGET, TextRule.NOT_EMPTY)));
	}

	private ObjectNode targets(RestCall call) {
		Page<String> page = call.page(policies.targetsOf(name(call)), "pageSize", "marker", Shapes.MAX_PAGE);
		ObjectNode reply = Json.object();
		ArrayNode list = reply.putArray("targets");
		page.items().forEach(list::add);
		page.next().ifPresent(token -> reply.put("nextMarker", token));
		return reply;
	}

	private static ObjectNode page(RestCall call, List<Policy> all) {
		Page<Policy> page = call.page(all, "pageSize", "marker", Shapes.MAX_PAGE);
		ObjectNode reply = Json.object();
		ArrayNode list = reply.putArray("policies");
		page.items().forEach(policy -> list.addObject().put(NAME, policy.name()).put(ARN, policy.arn()));
		page.next().ifPresent(token -> reply.put("nextMarker", token));
		return reply;
	}

	private static String name(RestCall call) {
		return call.label(NAME, Shapes.POLICY_NAME);
	}
}
