/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import dev.bankswap.aws.CallerAccount;
import dev.bankswap.aws.CloudCertificate;
import dev.bankswap.aws.CloudException;
import dev.bankswap.aws.CloudPolicy;
import dev.bankswap.aws.DeviceCloud;
import dev.bankswap.aws.Ensured;
import dev.bankswap.core.evidence.EvidenceSource;
import dev.bankswap.core.operation.FailureKind;
import dev.bankswap.core.operation.OperationFailure;
import dev.bankswap.core.operation.StepResult;
import dev.bankswap.core.operation.StepRunner;
import dev.bankswap.device.CliClient;
import dev.bankswap.device.DeviceConfiguration;
import dev.bankswap.device.DevicePki;
import dev.bankswap.device.SerialException;

/** One run through the steps of provisioning: holds what one step finds for the next. */
final class ProvisioningRun {
	private final ProvisioningRequest request;
	private final CliClient client;
	private final DevicePki pki;
	private final DeviceCloud cloud;
	private final StepRunner steps;

	private @Nullable DeviceState device;
	private String accountId = ""; //$NON-NLS-1$
	private String endpoint = ""; //$NON-NLS-1$
	private byte[] publicKey = {};
	private byte[] certificate = {};
	private boolean identityKept;
	private String thingArn = ""; //$NON-NLS-1$
	private CloudCertificate registered = new CloudCertificate("", "", false); //$NON-NLS-1$ //$NON-NLS-2$
	private String policyName = ""; //$NON-NLS-1$
	private Optional<String> connection = Optional.empty();

	ProvisioningRun(ProvisioningRequest request, CliClient client, DeviceCloud cloud, StepRunner steps) {
		this.request = request;
		this.client = client;
		this.pki = new DevicePki(client);
		this.cloud = cloud;
		this.steps = steps;
	}

	ProvisioningResult run(Optional<ConnectionObserver> observer) throws OperationFailure {
		steps.run(ProvisioningStep.CONSOLE, EvidenceSource.DEVICE_CONSOLE, this::console);
		steps.run(ProvisioningStep.ACCOUNT, EvidenceSource.CLOUD, this::account);
		steps.run(ProvisioningStep.CONFIGURATION, EvidenceSource.DEVICE_CONSOLE, this::configuration);
		steps.run(ProvisioningStep.ROOT_CA, EvidenceSource.DEVICE_CONSOLE, this::rootCa);
		steps.run(ProvisioningStep.KEY, EvidenceSource.DEVICE_CONSOLE, this::key);
		steps.run(ProvisioningStep.CERTIFICATE, EvidenceSource.DEVICE_CONSOLE, this::certificate);
		steps.run(ProvisioningStep.THING, EvidenceSource.CLOUD, this::thing);
		steps.run(ProvisioningStep.REGISTRATION, EvidenceSource.CLOUD, this::registration);
		steps.run(ProvisioningStep.ATTACH_THING, EvidenceSource.CLOUD, this::attachThing);
		steps.run(ProvisioningStep.POLICY, EvidenceSource.CLOUD, this::policy);
		steps.run(ProvisioningStep.ATTACH_POLICY, EvidenceSource.CLOUD, this::attachPolicy);
		steps.run(ProvisioningStep.RESET, EvidenceSource.DEVICE_LOG, this::reset);
		if (observer.isPresent()) {
			ConnectionObserver eye = observer.get();
			steps.run(ProvisioningStep.CONNECTION, EvidenceSource.DEVICE_LOG, () -> connection(eye));
		}
		return new ProvisioningResult(thingArn, registered.id(), registered.arn(), endpoint, connection);
	}

	private DeviceState device() {
		DeviceState state = device;
		if (state == null) {
			throw new IllegalStateException(ProvisioningStep.CONSOLE.name());
		}
		return state;
	}

	private StepResult console() throws SerialException {
		DeviceState state = DeviceState.read(client);
		device = state;
		return StepResult.found(NLS.bind(Messages.console_found, client.name(), state.value(DeviceConfiguration.THING_NAME)));
	}

	private StepResult account() throws CloudException {
		CallerAccount caller = cloud.callerAccount();
		accountId = caller.accountId();
		endpoint = request.endpoint().isPresent() ? request.endpoint().get() : cloud.endpointHost();
		return StepResult.found(NLS.bind(Messages.account_found, accountId, endpoint));
	}

	private StepResult configuration() throws SerialException {
		DeviceConfiguration conf = new DeviceConfiguration(client);
		List<String> changed = new ArrayList<>();
		for (Map.Entry<String, String> entry : request.configuration(endpoint).entrySet()) {
			if (!device().has(entry.getKey(), entry.getValue())) {
				conf.set(entry.getKey(), entry.getValue());
				changed.add(entry.getKey());
			}
		}
		// also when nothing was changed now: an earlier run may have been stopped between setting and committing
		conf.commit();
		return changed.isEmpty() ? StepResult.found(Messages.configuration_same)
				: StepResult.done(NLS.bind(Messages.configuration_set, String.join(", ", changed))); //$NON-NLS-1$
	}

	private StepResult rootCa() throws SerialException {
		RootCertificate root = request.rootCa();
		if (device().hasRoot(root)) {
			return StepResult.found(NLS.bind(Messages.root_same, root.subject()));
		}
		pki.importCertificate(DevicePki.ROOT_CA, root.der());
		return StepResult.done(NLS.bind(Messages.root_imported, root.subject()));
	}

	private StepResult key() throws SerialException, OperationFailure {
		Optional<byte[]> kept = request.renewIdentity() ? Optional.empty() : device().identity(request.thingName());
		if (kept.isPresent()) {
			identityKept = true;
			certificate = kept.get();
			publicKey = device().publicKey().orElseThrow();
			return StepResult.found(Messages.key_kept);
		}
		publicKey = pki.generateKey();
		if (!pki.exportKey(DevicePki.TLS_PUBLIC_KEY).filter(read -> Arrays.equals(read, publicKey)).isPresent()) {
			throw new OperationFailure(FailureKind.DEVICE_REJECTED, Messages.key_notStored);
		}
		return StepResult.done(NLS.bind(Messages.key_made, Digests.sha256(publicKey)));
	}

	private StepResult certificate() throws SerialException, OperationFailure {
		if (identityKept) {
			return StepResult.found(NLS.bind(Messages.certificate_kept, Digests.sha256(certificate)));
		}
		certificate = pki.generateCertificate();
		String problem = Identity.problem(certificate, publicKey, request.thingName());
		if (!problem.isEmpty()) {
			throw new OperationFailure(FailureKind.DEVICE_REJECTED, NLS.bind(Messages.certificate_bad, problem));
		}
		// the firmware prints a certificate even if it could not store it
		if (!pki.exportCertificate(DevicePki.TLS_CERTIFICATE).filter(read -> Arrays.equals(read, certificate)).isPresent()) {
			throw new OperationFailure(FailureKind.DEVICE_REJECTED, Messages.certificate_notStored);
		}
		return StepResult.done(NLS.bind(Messages.certificate_made, Digests.sha256(certificate), request.thingName()));
	}

	private StepResult thing() throws CloudException {
		Ensured<String> thing = cloud.ensureThing(request.thingName());
		thingArn = thing.value();
		return ensured(thing.created(), thingArn);
	}

	private StepResult registration() throws CloudException {
		Ensured<CloudCertificate> done = cloud.ensureCertificate(certificate);
		registered = done.value();
		return ensured(done.created(), registered.arn());
	}

	private StepResult attachThing() throws CloudException {
		return attached(cloud.attachThing(request.thingName(), registered.arn()), registered.id(), request.thingName());
	}

	private StepResult policy() throws CloudException, OperationFailure, java.io.IOException {
		DevicePolicy wanted = DevicePolicy.of(request.policy(), cloud.region(), accountId);
		Ensured<CloudPolicy> policy = cloud.ensurePolicy(wanted.name(), wanted.document());
		if (request.policy() == PolicyChoice.LEAST_PRIVILEGE && !wanted.sameAs(policy.value().document())) {
			throw new OperationFailure(FailureKind.CLOUD_REJECTED, NLS.bind(Messages.policy_differs, wanted.name()));
		}
		policyName = policy.value().name();
		return ensured(policy.created(), policyName);
	}

	private StepResult attachPolicy() throws CloudException {
		return attached(cloud.attachPolicy(policyName, registered.arn()), policyName, registered.id());
	}

	private StepResult reset() throws SerialException {
		client.reset();
		return StepResult.done(Messages.reset_done);
	}

	private StepResult connection(ConnectionObserver eye) throws OperationFailure {
		connection = eye.awaitConnection(request.thingName());
		return StepResult.found(connection.orElseThrow(() -> new OperationFailure(FailureKind.TIMEOUT, Messages.connection_none)));
	}

	private static StepResult ensured(boolean created, String what) {
		return new StepResult(created, NLS.bind(created ? Messages.created : Messages.found, what));
	}

	private static StepResult attached(boolean changed, String what, String where) {
		return new StepResult(changed, NLS.bind(changed ? Messages.attached : Messages.attached_before, what, where));
	}
}
