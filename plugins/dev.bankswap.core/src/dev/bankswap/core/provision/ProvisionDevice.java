/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import java.io.IOException;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;

import dev.bankswap.aws.CloudException;
import dev.bankswap.aws.DeviceCloud;
import dev.bankswap.core.evidence.Timeline;
import dev.bankswap.core.operation.Operation;
import dev.bankswap.core.operation.OperationFailure;
import dev.bankswap.core.operation.StepListener;
import dev.bankswap.core.operation.StepRunner;
import dev.bankswap.device.CliClient;

/**
 * Makes a board a thing that may connect. Every step looks first and does only what is missing, so after a failure or a cancel the same
 * operation goes on where it stopped. The key pair is made on the board and its private half never leaves it.
 */
public final class ProvisionDevice implements Operation {
	private final ProvisioningRequest request;
	private final CliClient client;
	private final DeviceCloud cloud;
	private StepListener listener = report -> {
		// nobody follows unless told so
	};
	private Timeline timeline = new Timeline();
	private Optional<ConnectionObserver> observer = Optional.empty();
	private Optional<ProvisioningResult> result = Optional.empty();

	/**
	 * Makes the operation.
	 *
	 * @param request what the board shall become
	 * @param client an open console of the board; stays open
	 * @param cloud the account
	 */
	public ProvisionDevice(ProvisioningRequest request, CliClient client, DeviceCloud cloud) {
		this.request = request;
		this.client = client;
		this.cloud = cloud;
	}

	/**
	 * Sets who follows the steps.
	 *
	 * @param follower takes each change of a step
	 * @return this
	 */
	public ProvisionDevice listener(StepListener follower) {
		listener = follower;
		return this;
	}

	/**
	 * Sets where the evidence goes.
	 *
	 * @param collector takes the evidence of each step
	 * @return this
	 */
	public ProvisionDevice timeline(Timeline collector) {
		timeline = collector;
		return this;
	}

	/**
	 * Makes the operation wait for the first connection.
	 *
	 * @param eye sees the board connect
	 * @return this
	 */
	public ProvisionDevice observer(ConnectionObserver eye) {
		observer = Optional.of(eye);
		return this;
	}

	@Override
	public String name() {
		return NLS.bind(Messages.operation, request.thingName());
	}

	@Override
	public Optional<String> resource() {
		return Optional.of(client.name());
	}

	/**
	 * Finds out what would change, and changes nothing.
	 *
	 * @param monitor says whether to stop
	 * @return the plan
	 * @throws OperationFailure if board or account cannot be read
	 */
	public ProvisioningPlan plan(IProgressMonitor monitor) throws OperationFailure {
		request.check();
		client.cancelWhen(monitor::isCanceled);
		try {
			return new ProvisioningPlanner(request, cloud).plan(DeviceState.read(client));
		} catch (IOException | CloudException e) {
			throw OperationFailure.of(e);
		} finally {
			client.cancelWhen(() -> false);
		}
	}

	@Override
	public void run(IProgressMonitor monitor) throws OperationFailure {
		request.check();
		client.cancelWhen(monitor::isCanceled);
		try {
			StepRunner steps = new StepRunner(name(), ProvisioningStep.values().length, monitor, listener, timeline);
			result = Optional.of(new ProvisioningRun(request, client, cloud, steps).run(observer));
		} finally {
			client.cancelWhen(() -> false);
		}
	}

	/**
	 * Tells what the board has become.
	 *
	 * @return the result of the last run, if it succeeded
	 */
	public Optional<ProvisioningResult> result() {
		return result;
	}
}
