/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.bankswap.aws.CallerAccount;
import dev.bankswap.aws.CloudCertificate;
import dev.bankswap.aws.CloudException;
import dev.bankswap.aws.CloudPolicy;
import dev.bankswap.aws.CloudProblem;
import dev.bankswap.aws.DeviceCloud;
import dev.bankswap.aws.Ensured;

/** An account for tests, in memory. */
public final class FakeDeviceCloud implements DeviceCloud {
	/** Certificates by id. */
	public final Map<String, CloudCertificate> certificates = new LinkedHashMap<>();
	/** Policies by name. */
	public final Map<String, CloudPolicy> policies = new LinkedHashMap<>();
	/** Certificate ARNs by thing. */
	public final Map<String, List<String>> things = new LinkedHashMap<>();
	/** Policy names by certificate ARN. */
	public final Map<String, List<String>> attached = new LinkedHashMap<>();
	/** The operation that is refused, or an empty text. */
	public String refused = "";

	private void call(String operation) throws CloudException {
		if (operation.equals(refused)) {
			throw new CloudException(CloudProblem.ACCESS_DENIED, "iot", operation, "AccessDeniedException", "iot " + operation + " was refused.");
		}
	}

	@Override
	public CallerAccount callerAccount() throws CloudException {
		call("GetCallerIdentity");
		return new CallerAccount("123456789012", "arn:aws:iam::123456789012:user/dev");
	}

	@Override
	public String region() {
		return "us-west-2";
	}

	@Override
	public String endpointHost() throws CloudException {
		call("DescribeEndpoint");
		return "abc-ats.iot.us-west-2.amazonaws.com";
	}

	@Override
	public Optional<String> findThing(String name) {
		return Optional.ofNullable(things.get(name)).map(list -> "arn:aws:iot:us-west-2:123456789012:thing/" + name);
	}

	@Override
	public Ensured<String> ensureThing(String name) throws CloudException {
		call("CreateThing");
		boolean created = things.putIfAbsent(name, new ArrayList<>()) == null;
		return new Ensured<>(findThing(name).orElseThrow(), created);
	}

	@Override
	public Optional<CloudCertificate> findCertificate(byte[] der) {
		return Optional.ofNullable(certificates.get(Digests.sha256(der)));
	}

	@Override
	public Ensured<CloudCertificate> ensureCertificate(byte[] der) throws CloudException {
		call("RegisterCertificateWithoutCA");
		String id = Digests.sha256(der);
		CloudCertificate made = new CloudCertificate(id, "arn:aws:iot:us-west-2:123456789012:cert/" + id, true);
		return new Ensured<>(made, certificates.put(id, made) == null);
	}

	@Override
	public Optional<CloudPolicy> findPolicy(String name) {
		return Optional.ofNullable(policies.get(name));
	}

	@Override
	public Ensured<CloudPolicy> ensurePolicy(String name, String document) throws CloudException {
		call("CreatePolicy");
		boolean created = policies.putIfAbsent(name, new CloudPolicy(name, "arn:" + name, document)) == null;
		return new Ensured<>(policies.get(name), created);
	}

	@Override
	public List<String> principals(String thing) {
		return things.getOrDefault(thing, List.of());
	}

	@Override
	public List<String> policies(String certificateArn) {
		return attached.getOrDefault(certificateArn, List.of());
	}

	@Override
	public boolean attachThing(String thing, String certificateArn) throws CloudException {
		call("AttachThingPrincipal");
		List<String> list = things.get(thing);
		return !list.contains(certificateArn) && list.add(certificateArn);
	}

	@Override
	public boolean attachPolicy(String policy, String certificateArn) throws CloudException {
		call("AttachPolicy");
		List<String> list = attached.computeIfAbsent(certificateArn, key -> new ArrayList<>());
		return !list.contains(policy) && list.add(policy);
	}

	@Override
	public void removeCertificate(String thing, CloudCertificate certificate) {
		certificates.remove(certificate.id());
	}

	@Override
	public void removeThing(String name) {
		things.remove(name);
	}

	@Override
	public void removePolicy(String name) {
		policies.remove(name);
	}
}
