/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a role may do, as far as the policies that are attached to it say so. The OTA role that may not read the bucket is
 * the most frequent failure of CreateOTAUpdate in an AWS account, so it has to fail here as well.
 */
final class RolePermissions {

	/** The managed policy for OTA roles: it opens only buckets whose name begins with {@code afr-ota}. */
	private static final String OTA_POLICY = "policy/service-role/AmazonFreeRTOSOTAUpdate";

	private static final String OTA_RESOURCE = "arn:aws:s3:::afr-ota";

	private final List<String> managed;

	private final List<JsonNode> inline;

	RolePermissions(List<String> managed, List<JsonNode> inline) {
		this.managed = managed;
		this.inline = inline;
	}

	/** Whether an action on a resource is allowed and nothing denies it. */
	boolean allows(String action, String resource) {
		return !inlineSays("Deny", action, resource)
				&& (inlineSays("Allow", action, resource) || managed.stream().anyMatch(arn -> managedAllows(arn, resource)));
	}

	/** The content of managed policies other than the OTA one is not known here: they get the benefit of the doubt. */
	private static boolean managedAllows(String arn, String resource) {
		return !arn.endsWith(OTA_POLICY) || resource.startsWith(OTA_RESOURCE);
	}

	private boolean inlineSays(String effect, String action, String resource) {
		return inline.stream().flatMap(document -> stream(document.path("Statement")))
				.filter(statement -> statement.path("Effect").asText().equals(effect))
				.anyMatch(statement -> matches(statement.path("Action"), text -> text.toLowerCase(Locale.ROOT), action)
						&& matches(statement.path("Resource"), text -> text, resource));
	}

	private static boolean matches(JsonNode patterns, UnaryOperator<String> form, String text) {
		return stream(patterns).anyMatch(pattern -> PolicyPattern.of(form.apply(pattern.asText())).matches(form.apply(text)));
	}

	private static java.util.stream.Stream<JsonNode> stream(JsonNode node) {
		return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : java.util.stream.Stream.of(node);
	}
}
