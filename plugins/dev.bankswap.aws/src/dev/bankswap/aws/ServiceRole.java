/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

import java.util.Optional;

import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Role;

/** The role that AWS IoT takes on when it makes an update. */
final class ServiceRole {
	private static final String IAM = "iam";
	private static final String MANAGED_POLICY = "arn:aws:iam::aws:policy/service-role/AmazonFreeRTOSOTAUpdate";
	/** The managed policy allows buckets of these names only. */
	private static final String MANAGED_BUCKETS = "afr-ota";
	private static final String INLINE_POLICY = "bankswap-ota";
	private static final String TRUST = """
			{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"iot.amazonaws.com"},"Action":"sts:AssumeRole",\
			"Condition":{"StringEquals":{"aws:SourceAccount":"%s"}}}]}""";
	private static final String PASS = """
			{"Effect":"Allow","Action":["iam:GetRole","iam:PassRole"],"Resource":"%s"}""";
	private static final String BUCKET = """
			,{"Effect":"Allow","Action":["s3:GetObjectVersion","s3:GetObject","s3:PutObject","s3:ListBucketVersions","s3:GetBucketLocation"],\
			"Resource":["arn:aws:s3:::%1$s","arn:aws:s3:::%1$s/*"]}""";

	private final SdkClients clients;

	ServiceRole(SdkClients clients) {
		this.clients = clients;
	}

	private IamClient iam() {
		return clients.iam();
	}

	Ensured<String> ensure(String name, String bucket) throws CloudException {
		Optional<Role> found = Calls.find(IAM, "GetRole", () -> iam().getRole(b -> b.roleName(name)).role());
		String arn = found.isPresent() ? trusted(found.get()) : create(name);
		if (!attachedPolicies(name)) {
			Calls.call(IAM, "AttachRolePolicy", () -> iam().attachRolePolicy(b -> b.roleName(name).policyArn(MANAGED_POLICY)));
		}
		String inline = inlinePolicy(arn, bucket);
		Calls.call(IAM, "PutRolePolicy", () -> iam().putRolePolicy(b -> b.roleName(name).policyName(INLINE_POLICY).policyDocument(inline)));
		return new Ensured<>(arn, found.isEmpty());
	}

	private String create(String name) throws CloudException {
		String account = Calls.call("sts", "GetCallerIdentity", () -> clients.sts().getCallerIdentity().account());
		return Calls.call(IAM, "CreateRole", () -> iam().createRole(b -> b.roleName(name)
				.assumeRolePolicyDocument(TRUST.formatted(account)).description("Lets AWS IoT make over-the-air updates")).role().arn());
	}

	private static String trusted(Role role) throws CloudException {
		String trust = Optional.ofNullable(role.assumeRolePolicyDocument()).orElse("");
		// the document comes URL-encoded; dots stay as they are
		if (!trust.isEmpty() && !trust.contains("iot.amazonaws.com")) {
			throw new CloudException(CloudProblem.CONFLICT, IAM, "GetRole", "", "The role " + role.roleName()
					+ " exists but does not trust iot.amazonaws.com, so AWS IoT cannot take it on. Choose another role, or add that trust.");
		}
		return role.arn();
	}

	private boolean attachedPolicies(String name) throws CloudException {
		return Calls.call(IAM, "ListAttachedRolePolicies", () -> iam().listAttachedRolePoliciesPaginator(b -> b.roleName(name)).attachedPolicies()
				.stream().map(AttachedPolicy::policyArn).anyMatch(MANAGED_POLICY::equals));
	}

	static String inlinePolicy(String roleArn, String bucket) {
		String extra = bucket.startsWith(MANAGED_BUCKETS) ? "" : BUCKET.formatted(bucket);
		return "{\"Version\":\"2012-10-17\",\"Statement\":[" + PASS.formatted(roleArn) + extra + "]}";
	}
}
