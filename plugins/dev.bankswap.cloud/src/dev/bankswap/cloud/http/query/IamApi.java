/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiConsumer;

import dev.bankswap.cloud.http.rest.Page;
import dev.bankswap.cloud.http.rest.TextRule;
import dev.bankswap.cloud.http.xml.XmlWriter;
import dev.bankswap.cloud.service.CloudServices;
import dev.bankswap.cloud.service.IamService;
import dev.bankswap.cloud.service.Role;
import dev.bankswap.cloud.service.RoleRequest;

/** The operations of IAM on roles. */
public final class IamApi extends QueryApi {

	private static final TextRule ROLE_NAME = TextRule.pattern(1, 64, "[\\w+=,.@-]+");

	private static final TextRule POLICY_NAME = TextRule.pattern(1, 128, "[\\w+=,.@-]+");

	private static final TextRule ARN = TextRule.length(20, 2048);

	private static final TextRule DOCUMENT = TextRule.pattern(1, 131_072, "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+");

	private static final TextRule PATH = TextRule.pattern(1, 512, "/|/[!-~]+/");

	private static final int MAX_PAGE = 1000;

	private static final int MAX_SESSION = 43_200;

	private final IamService iam;

	/**
	 * Makes the API.
	 *
	 * @param services what is behind it
	 */
	public IamApi(CloudServices services) {
		super("https://iam.amazonaws.com/doc/2010-05-08/");
		this.iam = services.iam();
		add("CreateRole", this::createRole).add("GetRole", this::getRole).add("ListRoles", this::listRoles)
				.add("DeleteRole", (call, result) -> iam.deleteRole(role(call)))
				.add("UpdateAssumeRolePolicy",
						(call, result) -> iam.updateTrust(role(call), call.text("PolicyDocument", DOCUMENT)))
				.add("AttachRolePolicy", (call, result) -> iam.attachPolicy(role(call), call.text("PolicyArn", ARN)))
				.add("DetachRolePolicy", (call, result) -> iam.detachPolicy(role(call), call.text("PolicyArn", ARN)))
				.add("ListAttachedRolePolicies", this::listAttached)
				.add("PutRolePolicy",
						(call, result) -> iam.putPolicy(role(call), policy(call), call.text("PolicyDocument", DOCUMENT)))
				.add("GetRolePolicy", this::getPolicy).add("ListRolePolicies", this::listPolicies)
				.add("DeleteRolePolicy", (call, result) -> iam.deletePolicy(role(call), policy(call)));
	}

	private void createRole(QueryCall call, XmlWriter result) {
		Role role = iam.createRole(new RoleRequest(role(call), call.optionalText("Path", PATH).orElse("/"),
				call.text("AssumeRolePolicyDocument", DOCUMENT),
				call.optionalText("Description", TextRule.length(0, 1000)).orElse(""), call.number("MaxSessionDuration",
						RoleRequest.DEFAULT_SESSION_SECONDS, MAX_SESSION, RoleRequest.DEFAULT_SESSION_SECONDS)));
		write(result.open("Role"), role);
		result.close();
	}

	private void getRole(QueryCall call, XmlWriter result) {
		write(result.open("Role"), iam.role(role(call)));
		result.close();
	}

	private void listRoles(QueryCall call, XmlWriter result) {
		String prefix = call.optionalText("PathPrefix", TextRule.length(1, 512)).orElse("/");
		List<Role> roles = iam.roles().stream().filter(role -> role.path().startsWith(prefix)).toList();
		list(call, result, "Roles", roles, IamApi::write);
	}

	private void listAttached(QueryCall call, XmlWriter result) {
		list(call, result, "AttachedPolicies", iam.attachedPolicies(role(call)),
				(xml, arn) -> xml.element("PolicyName", arn.substring(arn.lastIndexOf('/') + 1)).element("PolicyArn", arn));
	}

	private void listPolicies(QueryCall call, XmlWriter result) {
		list(call, result, "PolicyNames", iam.inlinePolicies(role(call)), XmlWriter::text);
	}

	private void getPolicy(QueryCall call, XmlWriter result) {
		String document = iam.inlinePolicy(role(call), policy(call));
		result.element("RoleName", role(call)).element("PolicyName", policy(call)).element("PolicyDocument",
				encode(document));
	}

	private static <T> void list(QueryCall call, XmlWriter result, String name, List<T> all,
			BiConsumer<XmlWriter, T> member) {
		int size = call.number("MaxItems", 1, MAX_PAGE, MAX_PAGE);
		Page<T> page = Page.of(all, size, call.optionalText("Marker", TextRule.NOT_EMPTY), "ValidationError");
		result.open(name);
		for (T item : page.items()) {
			member.accept(result.open("member"), item);
			result.close();
		}
		result.close().element("IsTruncated", page.next().isPresent());
		page.next().ifPresent(marker -> result.element("Marker", marker));
	}

	private static void write(XmlWriter xml, Role role) {
		xml.element("Path", role.path()).element("RoleName", role.name()).element("RoleId", role.id())
				.element("Arn", role.arn()).element("CreateDate", role.created().truncatedTo(ChronoUnit.SECONDS))
				.element("AssumeRolePolicyDocument", encode(role.trustDocument()));
		if (!role.description().isEmpty()) {
			xml.element("Description", role.description());
		}
		xml.element("MaxSessionDuration", role.maxSessionSeconds());
	}

	/** IAM sends policies with percent escapes. */
	private static String encode(String document) {
		return URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private static String role(QueryCall call) {
		return call.text("RoleName", ROLE_NAME);
	}

	private static String policy(QueryCall call) {
		return call.text("PolicyName", POLICY_NAME);
	}
}
