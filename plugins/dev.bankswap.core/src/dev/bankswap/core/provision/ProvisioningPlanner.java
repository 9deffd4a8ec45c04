/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.bankswap.aws.CallerAccount;
import dev.bankswap.aws.CloudCertificate;
import dev.bankswap.aws.CloudException;
import dev.bankswap.aws.CloudPolicy;
import dev.bankswap.aws.DeviceCloud;
import dev.bankswap.device.DeviceConfiguration;

/** Compares what a board and an account have with what is wanted, and changes nothing. */
final class ProvisioningPlanner {
	private final ProvisioningRequest request;
	private final DeviceCloud cloud;
	private final List<PlannedChange> changes = new ArrayList<>();

	ProvisioningPlanner(ProvisioningRequest request, DeviceCloud cloud) {
		this.request = request;
		this.cloud = cloud;
	}

	ProvisioningPlan plan(DeviceState device) throws CloudException, IOException {
		CallerAccount caller = cloud.callerAccount();
		String endpoint = request.endpoint().isPresent() ? request.endpoint().get() : cloud.endpointHost();
		planConfiguration(device, endpoint);
		boolean sameRoot = device.hasRoot(request.rootCa());
		add(ProvisioningStep.ROOT_CA, request.rootCa().subject(),
				sameRoot ? Messages.as_wanted : device.rootCa().isPresent() ? Messages.another : Messages.absent, request.rootCa().subject(), !sameRoot);
		Optional<byte[]> identity = request.renewIdentity() ? Optional.empty() : device.identity(request.thingName());
		planIdentity(device, identity);
		planCloud(identity, caller);
		add(ProvisioningStep.RESET, request.thingName(), "", Messages.reset_done, true); //$NON-NLS-1$
		return new ProvisioningPlan(changes);
	}

	private void planConfiguration(DeviceState device, String endpoint) {
		for (Map.Entry<String, String> entry : request.configuration(endpoint).entrySet()) {
			boolean secret = DeviceConfiguration.WIFI_CREDENTIAL.equals(entry.getKey());
			boolean same = device.has(entry.getKey(), entry.getValue());
			String before = device.value(entry.getKey());
			add(ProvisioningStep.CONFIGURATION, entry.getKey(), secret && !before.isEmpty() ? Messages.secret : before,
					secret ? Messages.secret : entry.getValue(), !same);
		}
	}

	private void planIdentity(DeviceState device, Optional<byte[]> identity) {
		boolean kept = identity.isPresent();
		String before = kept ? Messages.as_wanted : device.publicKey().isPresent() ? Messages.another : Messages.absent;
		add(ProvisioningStep.KEY, request.thingName(), before, kept ? Messages.key_kept : Messages.new_key, !kept);
		String after = kept ? NLS.bind(Messages.certificate_kept, Digests.sha256(identity.get())) : NLS.bind(Messages.new_certificate, request.thingName());
		add(ProvisioningStep.CERTIFICATE, request.thingName(), before, after, !kept);
	}

	private void planCloud(Optional<byte[]> identity, CallerAccount caller) throws CloudException, IOException {
		boolean thing = cloud.findThing(request.thingName()).isPresent();
		add(ProvisioningStep.THING, request.thingName(), presence(thing), Messages.present, !thing);
		Optional<CloudCertificate> certificate = identity.isPresent() ? cloud.findCertificate(identity.get()) : Optional.empty();
		boolean active = certificate.filter(CloudCertificate::active).isPresent();
		add(ProvisioningStep.REGISTRATION, request.thingName(), presence(active), Messages.present, !active);
		boolean attached = thing && certificate.isPresent() && cloud.principals(request.thingName()).contains(certificate.get().arn());
		add(ProvisioningStep.ATTACH_THING, request.thingName(), presence(attached), Messages.present, !attached);
		DevicePolicy wanted = DevicePolicy.of(request.policy(), cloud.region(), caller.accountId());
		Optional<CloudPolicy> policy = cloud.findPolicy(wanted.name());
		add(ProvisioningStep.POLICY, wanted.name(), presence(policy.isPresent()), Messages.present, policy.isEmpty());
		boolean allowed = certificate.isPresent() && cloud.policies(certificate.get().arn()).contains(wanted.name());
		add(ProvisioningStep.ATTACH_POLICY, wanted.name(), presence(allowed), Messages.present, !allowed);
	}

	private static String presence(boolean present) {
		return present ? Messages.present : Messages.absent;
	}

	private void add(ProvisioningStep step, String subject, String before, String after, boolean needed) {
		changes.add(new PlannedChange(step, subject, before, after, needed));
	}
}
