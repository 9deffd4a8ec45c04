/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.signing;

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;

import dev.bankswap.core.evidence.EvidenceSource;
import dev.bankswap.core.evidence.Timeline;
import dev.bankswap.core.operation.Operation;
import dev.bankswap.core.operation.OperationFailure;
import dev.bankswap.core.operation.StepListener;
import dev.bankswap.core.operation.StepResult;
import dev.bankswap.core.operation.StepRunner;
import dev.bankswap.device.CliClient;
import dev.bankswap.device.DevicePki;
import dev.bankswap.device.SerialException;

/** Gives a board the public key that it checks firmware images with. The board reads it when an image is complete, so no reset is needed. */
public final class ImportSigningKey implements Operation {
	private final byte[] publicKey;
	private final CliClient client;
	private final StepListener listener;
	private final Timeline timeline;

	/**
	 * Makes the operation.
	 *
	 * @param publicKey the key as SubjectPublicKeyInfo in DER
	 * @param client an open console of the board; stays open
	 * @param listener follows the steps
	 * @param timeline takes the evidence
	 */
	public ImportSigningKey(byte[] publicKey, CliClient client, StepListener listener, Timeline timeline) {
		this.publicKey = publicKey.clone();
		this.client = client;
		this.listener = listener;
		this.timeline = timeline;
	}

	@Override
	public String name() {
		return NLS.bind(Messages.operation, client.name());
	}

	@Override
	public Optional<String> resource() {
		return Optional.of(client.name());
	}

	@Override
	public void run(IProgressMonitor monitor) throws OperationFailure {
		client.cancelWhen(monitor::isCanceled);
		try {
			StepRunner steps = new StepRunner(name(), SigningKeyStep.values().length, monitor, listener, timeline);
			steps.run(SigningKeyStep.CONSOLE, EvidenceSource.DEVICE_CONSOLE, () -> {
				client.synchronise();
				return StepResult.found(NLS.bind(Messages.console_found, client.name()));
			});
			steps.run(SigningKeyStep.IMPORT, EvidenceSource.DEVICE_CONSOLE, this::importKey);
		} finally {
			client.cancelWhen(() -> false);
		}
	}

	private StepResult importKey() throws SerialException {
		DevicePki pki = new DevicePki(client);
		Optional<byte[]> present = pki.exportKey(DevicePki.CODE_SIGNING_KEY);
		if (present.isPresent() && Arrays.equals(present.get(), publicKey)) {
			return StepResult.found(NLS.bind(Messages.key_same, DevicePki.CODE_SIGNING_KEY));
		}
		pki.importKey(DevicePki.CODE_SIGNING_KEY, publicKey);
		return StepResult.done(NLS.bind(Messages.key_imported, DevicePki.CODE_SIGNING_KEY));
	}
}
