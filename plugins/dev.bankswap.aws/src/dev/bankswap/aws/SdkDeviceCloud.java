/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.CertificateDescription;
import software.amazon.awssdk.services.iot.model.CertificateStatus;
import software.amazon.awssdk.services.iot.model.Policy;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** {@link DeviceCloud} on the SDK. */
final class SdkDeviceCloud implements DeviceCloud {
	private static final String IOT = "iot";

	private final SdkClients clients;

	SdkDeviceCloud(SdkClients clients) {
		this.clients = clients;
	}

	private IotClient iot() {
		return clients.iot();
	}

	@Override
	public CallerAccount callerAccount() throws CloudException {
		GetCallerIdentityResponse caller = Calls.call("sts", "GetCallerIdentity", () -> clients.sts().getCallerIdentity());
		return new CallerAccount(caller.account(), caller.arn());
	}

	@Override
	public String region() {
		return clients.region();
	}

	@Override
	public String endpointHost() throws CloudException {
		return Calls.call(IOT, "DescribeEndpoint", () -> iot().describeEndpoint(b -> b.endpointType("iot:Data-ATS")).endpointAddress());
	}

	@Override
	public Optional<String> findThing(String name) throws CloudException {
		return Calls.find(IOT, "DescribeThing", () -> iot().describeThing(b -> b.thingName(name)).thingArn());
	}

	@Override
	public Ensured<String> ensureThing(String name) throws CloudException {
		Optional<String> found = findThing(name);
		if (found.isPresent()) {
			return new Ensured<>(found.get(), false);
		}
		return new Ensured<>(Calls.call(IOT, "CreateThing", () -> iot().createThing(b -> b.thingName(name)).thingArn()), true);
	}

	@Override
	public Optional<CloudCertificate> findCertificate(byte[] der) throws CloudException {
		String id = certificateId(der);
		return Calls.find(IOT, "DescribeCertificate", () -> iot().describeCertificate(b -> b.certificateId(id)).certificateDescription())
				.map(SdkDeviceCloud::certificate);
	}

	private static CloudCertificate certificate(CertificateDescription found) {
		return new CloudCertificate(found.certificateId(), found.certificateArn(), found.status() == CertificateStatus.ACTIVE);
	}

	@Override
	public Ensured<CloudCertificate> ensureCertificate(byte[] der) throws CloudException {
		Optional<CloudCertificate> found = findCertificate(der);
		if (found.isPresent()) {
			return new Ensured<>(activated(found.get()), false);
		}
		String pem = pem(der);
		CloudCertificate made = Calls.call(IOT, "RegisterCertificateWithoutCA", () -> {
			var reply = iot().registerCertificateWithoutCA(b -> b.certificatePem(pem).status(CertificateStatus.ACTIVE));
			return new CloudCertificate(reply.certificateId(), reply.certificateArn(), true);
		});
		return new Ensured<>(made, true);
	}

	private CloudCertificate activated(CloudCertificate certificate) throws CloudException {
		if (!certificate.active()) {
			setStatus(certificate.id(), CertificateStatus.ACTIVE);
		}
		return new CloudCertificate(certificate.id(), certificate.arn(), true);
	}

	private void setStatus(String id, CertificateStatus status) throws CloudException {
		Calls.call(IOT, "UpdateCertificate", () -> iot().updateCertificate(b -> b.certificateId(id).newStatus(status)));
	}

	@Override
	public Optional<CloudPolicy> findPolicy(String name) throws CloudException {
		return Calls.find(IOT, "GetPolicy", () -> iot().getPolicy(b -> b.policyName(name)))
				.map(found -> new CloudPolicy(found.policyName(), found.policyArn(), found.policyDocument()));
	}

	@Override
	public Ensured<CloudPolicy> ensurePolicy(String name, String document) throws CloudException {
		Optional<CloudPolicy> found = findPolicy(name);
		if (found.isPresent()) {
			return new Ensured<>(found.get(), false);
		}
		String arn = Calls.call(IOT, "CreatePolicy", () -> iot().createPolicy(b -> b.policyName(name).policyDocument(document)).policyArn());
		return new Ensured<>(new CloudPolicy(name, arn, document), true);
	}

	@Override
	public List<String> principals(String thing) throws CloudException {
		return Calls.call(IOT, "ListThingPrincipals",
				() -> iot().listThingPrincipalsPaginator(b -> b.thingName(thing)).principals().stream().toList());
	}

	@Override
	public List<String> policies(String certificateArn) throws CloudException {
		return Calls.call(IOT, "ListAttachedPolicies",
				() -> iot().listAttachedPoliciesPaginator(b -> b.target(certificateArn)).policies().stream().map(Policy::policyName).toList());
	}

	@Override
	public boolean attachThing(String thing, String certificateArn) throws CloudException {
		if (principals(thing).contains(certificateArn)) {
			return false;
		}
		Calls.call(IOT, "AttachThingPrincipal", () -> iot().attachThingPrincipal(b -> b.thingName(thing).principal(certificateArn)));
		return true;
	}

	@Override
	public boolean attachPolicy(String policy, String certificateArn) throws CloudException {
		if (policies(certificateArn).contains(policy)) {
			return false;
		}
		Calls.call(IOT, "AttachPolicy", () -> iot().attachPolicy(b -> b.policyName(policy).target(certificateArn)));
		return true;
	}

	@Override
	public void removeCertificate(String thing, CloudCertificate certificate) throws CloudException {
		if (Calls.find(IOT, "DescribeCertificate", () -> iot().describeCertificate(b -> b.certificateId(certificate.id()))).isEmpty()) {
			return;
		}
		for (String policy : policies(certificate.arn())) {
			Calls.call(IOT, "DetachPolicy", () -> iot().detachPolicy(b -> b.policyName(policy).target(certificate.arn())));
		}
		Calls.find(IOT, "DetachThingPrincipal", () -> iot().detachThingPrincipal(b -> b.thingName(thing).principal(certificate.arn())));
		setStatus(certificate.id(), CertificateStatus.INACTIVE);
		Calls.call(IOT, "DeleteCertificate", () -> iot().deleteCertificate(b -> b.certificateId(certificate.id())));
	}

	@Override
	public void removeThing(String name) throws CloudException {
		Calls.find(IOT, "DeleteThing", () -> iot().deleteThing(b -> b.thingName(name)));
	}

	@Override
	public void removePolicy(String name) throws CloudException {
		Calls.find(IOT, "DeletePolicy", () -> iot().deletePolicy(b -> b.policyName(name)));
	}

	/** The service derives the id from the certificate, so a registration can be found without having been remembered. */
	static String certificateId(byte[] der) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}

	private static String pem(byte[] der) {
		return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(der) + "\n-----END CERTIFICATE-----\n";
	}
}
