/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

import dev.bankswap.aws.AwsConnection;
import dev.bankswap.cloud.LocalCloud;
import dev.bankswap.core.evidence.Timeline;
import dev.bankswap.core.provision.PolicyChoice;
import dev.bankswap.core.provision.ProvisionDevice;
import dev.bankswap.core.provision.ProvisioningRequest;
import dev.bankswap.core.provision.RootCertificate;
import dev.bankswap.core.provision.Secret;
import dev.bankswap.core.provision.WifiNetwork;
import dev.bankswap.core.signing.CodeSigner;
import dev.bankswap.core.signing.ImportSigningKey;
import dev.bankswap.device.CliClient;
import dev.bankswap.simulator.SimulatedDevice;

/** Provisions the demonstration's board with the use case that any board is provisioned with. */
final class DemoProvisioning {

	private final LocalCloud cloud;
	private final AwsConnection account;

	DemoProvisioning(LocalCloud cloud, AwsConnection account) {
		this.cloud = cloud;
		this.account = account;
	}

	/**
	 * Gives the board its signing key, its identity and its configuration; ends with its reset.
	 *
	 * @param device  the board
	 * @param signer  whose public key the board shall trust
	 * @param monitor cancels
	 * @return the id of the board's certificate
	 * @throws CoreException if the board or the cloud refused something
	 * @throws IOException   if the console cannot be opened
	 */
	String provision(SimulatedDevice device, CodeSigner signer, IProgressMonitor monitor)
			throws CoreException, IOException {
		Timeline timeline = new Timeline();
		try (CliClient client = new CliClient(device.openConsole())) {
			client.open();
			client.cancelWhen(monitor::isCanceled);
			new ImportSigningKey(signer.publicKey(), client, step -> {
				// the stage is shown as a whole
			}, timeline).run(monitor);
			ProvisionDevice operation = new ProvisionDevice(request(), client, account.devices()).timeline(timeline);
			operation.run(monitor);
			return operation.result().orElseThrow().certificateId();
		}
	}

	private ProvisioningRequest request() throws CoreException, IOException {
		RootCertificate root = RootCertificate.ofPem(Files.readString(cloud.rootCa()));
		WifiNetwork wifi = new WifiNetwork("bankswap", new Secret("simulated".toCharArray())); //$NON-NLS-1$ //$NON-NLS-2$
		return new ProvisioningRequest(Demo.THING, Optional.of(cloud.endpointHost()), cloud.mqttPort(),
				Optional.of(wifi), root, PolicyChoice.LEAST_PRIVILEGE, false);
	}
}
