/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.ota;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;

import dev.bankswap.aws.CallerAccount;
import dev.bankswap.aws.CloudException;
import dev.bankswap.aws.DeviceCloud;
import dev.bankswap.aws.Ensured;
import dev.bankswap.aws.OtaCloud;
import dev.bankswap.aws.OtaSigning;
import dev.bankswap.aws.OtaUpdateRequest;
import dev.bankswap.aws.StoredImage;
import dev.bankswap.core.evidence.EvidenceSource;
import dev.bankswap.core.evidence.Timeline;
import dev.bankswap.core.operation.FailureKind;
import dev.bankswap.core.operation.Operation;
import dev.bankswap.core.operation.OperationFailure;
import dev.bankswap.core.operation.Poll;
import dev.bankswap.core.operation.StepListener;
import dev.bankswap.core.operation.StepResult;
import dev.bankswap.core.operation.StepRunner;
import dev.bankswap.core.operation.Waiter;
import dev.bankswap.core.signing.SigningException;
import dev.bankswap.device.DevicePki;

/**
 * Signs and uploads an image, and creates the update and its job. What the account needs for that is created if it is missing. Until the
 * job exists, nothing happens on the board; if the update cannot be created, it is removed again.
 */
public final class LaunchOta implements Operation {
	/** Soon at first: the local cloud is done in milliseconds, AWS in seconds. */
	public static final Poll CREATION = new Poll(Duration.ofMillis(20), Duration.ofSeconds(2), Duration.ofMinutes(2));
	private static final int STEPS = OtaStep.FOLLOW.ordinal();

	private final OtaRequest request;
	private final DeviceCloud devices;
	private final OtaCloud cloud;
	private Waiter waiter = Waiter.realTime();
	private StepListener listener = report -> {
		// nobody follows unless told so
	};
	private Timeline timeline = new Timeline();
	private Optional<OtaLaunch> launch = Optional.empty();

	private String bucket = ""; //$NON-NLS-1$
	private String thingArn = ""; //$NON-NLS-1$
	private Ensured<String> role = new Ensured<>("", false); //$NON-NLS-1$
	private Optional<OtaSigning> signing = Optional.empty();
	private Optional<StoredImage> stored = Optional.empty();

	/**
	 * Makes the operation.
	 *
	 * @param request the update
	 * @param devices the account's things
	 * @param cloud the account's updates
	 */
	public LaunchOta(OtaRequest request, DeviceCloud devices, OtaCloud cloud) {
		this.request = request;
		this.devices = devices;
		this.cloud = cloud;
	}

	/**
	 * Sets who follows the steps.
	 *
	 * @param follower takes each change of a step
	 * @return this
	 */
	public LaunchOta listener(StepListener follower) {
		listener = follower;
		return this;
	}

	/**
	 * Sets where the evidence goes.
	 *
	 * @param collector takes the evidence of each step
	 * @return this
	 */
	public LaunchOta timeline(Timeline collector) {
		timeline = collector;
		return this;
	}

	/**
	 * Sets how to wait.
	 *
	 * @param other waits between two questions
	 * @return this
	 */
	public LaunchOta waiter(Waiter other) {
		waiter = other;
		return this;
	}

	@Override
	public String name() {
		return NLS.bind(Messages.operation_launch, request.thingName());
	}

	@Override
	public Optional<String> resource() {
		return Optional.of(request.thingName());
	}

	@Override
	public void run(IProgressMonitor monitor) throws OperationFailure {
		StepRunner steps = new StepRunner(name(), STEPS, monitor, listener, timeline);
		steps.run(OtaStep.PREFLIGHT, EvidenceSource.HOST, this::preflight);
		steps.run(OtaStep.ACCOUNT, EvidenceSource.CLOUD, this::account);
		steps.run(OtaStep.BUCKET, EvidenceSource.CLOUD, () -> ensured(cloud.ensureBucket(bucket)));
		steps.run(OtaStep.ROLE, EvidenceSource.CLOUD, this::role);
		steps.run(OtaStep.SIGN, request.mode() == SigningMode.CUSTOM ? EvidenceSource.HOST : EvidenceSource.CLOUD, this::sign);
		steps.run(OtaStep.UPLOAD, EvidenceSource.CLOUD, this::upload);
		steps.run(OtaStep.CREATE, EvidenceSource.CLOUD, () -> create(monitor));
	}

	/**
	 * Tells what was launched.
	 *
	 * @return the update and its job, if the last run succeeded
	 */
	public Optional<OtaLaunch> launch() {
		return launch;
	}

	private StepResult preflight() throws SigningException, OperationFailure {
		List<Finding> findings = Preflight.check(request);
		for (Finding finding : findings) {
			timeline.add(EvidenceSource.HOST, finding.check().name(), finding.text());
		}
		List<String> bad = findings.stream().filter(finding -> finding.severity() == Finding.Severity.ERROR).map(Finding::text).toList();
		if (!bad.isEmpty()) {
			throw new OperationFailure(FailureKind.BAD_INPUT, String.join(" ", bad)); //$NON-NLS-1$
		}
		long open = findings.stream().filter(finding -> finding.severity() == Finding.Severity.WARNING).count();
		return StepResult.found(NLS.bind(Messages.preflight_passed, Integer.valueOf(findings.size()), Long.valueOf(open)));
	}

	private StepResult account() throws CloudException, OperationFailure {
		CallerAccount caller = devices.callerAccount();
		bucket = request.bucket().isPresent() ? request.bucket().get() : "afr-ota-" + caller.accountId() + "-" + devices.region(); //$NON-NLS-1$ //$NON-NLS-2$
		thingArn = devices.findThing(request.thingName())
				.orElseThrow(() -> new OperationFailure(FailureKind.BAD_INPUT, NLS.bind(Messages.thing_missing, request.thingName())));
		return StepResult.found(thingArn);
	}

	private StepResult role() throws CloudException {
		role = cloud.ensureRole(request.role(), bucket);
		return ensured(role);
	}

	private StepResult sign() throws CloudException, SigningException {
		if (request.mode() == SigningMode.CUSTOM) {
			signing = Optional.of(new OtaSigning.Custom(DevicePki.CODE_SIGNING_KEY, request.signer().sign(request.image().binary())));
			return StepResult.done(Messages.signed_here);
		}
		Ensured<String> certificate = cloud.ensureSigningCertificate(request.signer().certificatePem(), request.signer().privateKeyPem());
		Ensured<String> profile = cloud.ensureSigningProfile(request.profile(), certificate.value(), DevicePki.CODE_SIGNING_KEY);
		signing = Optional.of(new OtaSigning.Signer(profile.value(), bucket));
		return new StepResult(certificate.created() || profile.created(), NLS.bind(Messages.signed_there, profile.value(), certificate.value()));
	}

	private StepResult upload() throws CloudException {
		StoredImage image = cloud.upload(bucket, request.objectKey(), request.image().binary());
		stored = Optional.of(image);
		return StepResult.done(NLS.bind(Messages.uploaded, new Object[] { Integer.valueOf(request.image().size()), bucket, image.key(), image.versionId() }));
	}

	private StepResult create(IProgressMonitor monitor) throws CloudException, OperationFailure {
		StoredImage image = stored.orElseThrow();
		OtaUpdateRequest update = new OtaUpdateRequest(request.updateId(), List.of(thingArn), request.fileName(), image, role.value(), signing.orElseThrow());
		String jobId = new UpdateCreation(cloud, waiter, CREATION, monitor).create(update);
		launch = Optional.of(new OtaLaunch(request.updateId(), jobId, request.thingName(), image));
		return StepResult.done(NLS.bind(Messages.job_created, jobId));
	}

	private static StepResult ensured(Ensured<String> what) {
		return new StepResult(what.created(), NLS.bind(what.created() ? Messages.created : Messages.found, what.value()));
	}
}
