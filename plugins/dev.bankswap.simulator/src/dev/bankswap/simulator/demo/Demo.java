/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;

import dev.bankswap.aws.AwsConnection;
import dev.bankswap.cloud.LocalCloud;
import dev.bankswap.core.ota.FollowOta;
import dev.bankswap.core.ota.LaunchOta;
import dev.bankswap.core.ota.OtaLaunch;
import dev.bankswap.core.ota.OtaRequest;
import dev.bankswap.core.signing.CodeSigner;
import dev.bankswap.core.signing.SigningException;
import dev.bankswap.simulator.BankView;
import dev.bankswap.simulator.SimulatedDevice;

/**
 * The main job as one run: local cloud, blank board, provisioning through its CLI, mutual TLS, a signed update over the air,
 * bank swap, self-test, commit. Nothing in it knows that the board and the cloud are models, except that it starts them.
 * <p>
 * {@link #run(IProgressMonitor)} blocks and belongs into a job. Board and cloud stay alive after it until {@link #close()}.
 */
public final class Demo implements AutoCloseable {

	/** Name of the thing that the demonstration makes. */
	public static final String THING = "bankswap-demo"; //$NON-NLS-1$

	private static final String SIGNER = "demo@bankswap.invalid"; //$NON-NLS-1$

	private final DemoOptions options;
	private final DemoListener listener;
	private final DemoWorld world = new DemoWorld();
	private final Milestones milestones = new Milestones();
	private final UpdateObserver observer = new UpdateObserver(milestones);
	private final StageClock clock;
	private volatile @Nullable LocalCloud cloud;

	/**
	 * Prepares a demonstration; starts nothing.
	 *
	 * @param options  what to show
	 * @param listener follows it
	 */
	public Demo(DemoOptions options, DemoListener listener) {
		this.options = options;
		this.listener = listener;
		clock = new StageClock(listener);
	}

	/**
	 * Returns the local cloud.
	 *
	 * @return the cloud once it runs
	 */
	public Optional<LocalCloud> cloud() {
		LocalCloud running = cloud;
		return running == null ? Optional.empty() : Optional.of(running);
	}

	/**
	 * Runs all stages. Call once.
	 *
	 * @param monitor shows the progress and cancels
	 * @return what was shown
	 * @throws DemoException                                          if a stage failed
	 * @throws OperationCanceledException if the monitor was cancelled
	 */
	public DemoReport run(IProgressMonitor monitor) throws DemoException {
		SubMonitor progress = SubMonitor.convert(monitor, Messages.Task, DemoStage.values().length);
		HeapPeak.reset();
		DemoImages images = DemoImages.of(options);
		StageWatch watch = new StageWatch(clock, milestones, observer, progress);
		try {
			LocalCloud started = startCloud(watch);
			SimulatedDevice device = startBoard(images, watch);
			AwsConnection account = world.connect(started);
			CodeSigner signer = CodeSigner.generate(SIGNER, Clock.systemUTC());
			provision(started, device, account, signer, watch);
			OtaLaunch launch = launch(images, account, signer, watch);
			return follow(device, account, launch, images, watch);
		} catch (IOException | CoreException e) {
			if (monitor.isCanceled()) {
				throw new OperationCanceledException();
			}
			throw failed(watch, e);
		}
	}

	private static DemoException failed(StageWatch watch, Exception e) {
		String stage = watch.stage().name().toLowerCase(Locale.ROOT);
		return new DemoException(Messages.bind(Messages.StageFailed, stage, e.getMessage()), e);
	}

	private LocalCloud startCloud(StageWatch watch) throws IOException {
		watch.begin(DemoStage.CLOUD);
		LocalCloud started = world.startCloud();
		started.addListener(observer::cloud);
		cloud = started;
		watch.end(Messages.bind(Messages.CloudEvidence, Integer.toString(started.httpPort()),
				Integer.toString(started.mqttPort())));
		return started;
	}

	private SimulatedDevice startBoard(DemoImages images, StageWatch watch) throws IOException {
		watch.begin(DemoStage.BOARD);
		SimulatedDevice device = world.makeDevice(images, options.speed());
		device.addFirmwareListener(observer::firmware);
		device.addBoardListener(observer::board);
		clock.useBoardClock(() -> device.view().simulatedNanos());
		listener.deviceCreated(device);
		device.start();
		watch.end(Messages.bind(Messages.BoardEvidence, images.baseVersion(), images.base().name()));
		return device;
	}

	private void provision(LocalCloud started, SimulatedDevice device, AwsConnection account, CodeSigner signer,
			StageWatch watch) throws CoreException, IOException, DemoException {
		watch.begin(DemoStage.PROVISION);
		String certificate = new DemoProvisioning(started, account).provision(device, signer, watch.monitor());
		milestones.forget(Milestone.CONNECTED);
		watch.end(Messages.bind(Messages.ProvisionEvidence, THING, UpdateObserver.shortened(certificate)));
		watch.begin(DemoStage.CONNECT);
		watch.await(Milestone.CONNECTED);
	}

	private OtaLaunch launch(DemoImages images, AwsConnection account, CodeSigner signer, StageWatch watch)
			throws CoreException, SigningException {
		watch.begin(DemoStage.LAUNCH);
		LaunchOta operation = new LaunchOta(OtaRequest.of(images.update(), THING, signer, Clock.systemUTC()),
				account.devices(), account.ota());
		operation.run(watch.monitor());
		OtaLaunch launch = operation.launch().orElseThrow();
		watch.end(Messages.bind(Messages.LaunchEvidence, launch.jobId()));
		return launch;
	}

	private DemoReport follow(SimulatedDevice device, AwsConnection account, OtaLaunch launch, DemoImages images,
			StageWatch watch) throws CoreException, DemoException {
		watch.begin(DemoStage.DOWNLOAD);
		watch.await(Milestone.ALL_BLOCKS, reached -> Messages.bind(Messages.DownloadEvidence,
				new Object[] { Integer.toString(observer.blocks()), reached, Integer.toString(3 - bank(device)) }));
		watch.begin(DemoStage.VERIFY);
		watch.await(Milestone.VERIFIED);
		watch.begin(DemoStage.SWAP);
		watch.await(Milestone.BOOTED_NEW,
				reached -> Messages.bind(Messages.SwapEvidence, reached, images.newVersion()));
		watch.begin(DemoStage.SELF_TEST);
		watch.await(Milestone.SELF_TESTED);
		watch.begin(DemoStage.COMMIT);
		watch.await(Milestone.JOB_ENDED);
		// what the operator's side reads from AWS counts, not what the cloud told us on the side
		FollowOta operation = new FollowOta(launch, account.ota());
		operation.run(watch.monitor());
		return report(device, launch, operation.result().map(result -> result.state()).orElse(observer.jobStatus()),
				images);
	}

	private static int bank(SimulatedDevice device) {
		return device.view().activeBank().bank();
	}

	private DemoReport report(SimulatedDevice device, OtaLaunch launch, String status, DemoImages images) {
		BankView active = device.view().activeBank();
		String version = active.version().map(Object::toString).orElse("?"); //$NON-NLS-1$
		boolean succeeded = "SUCCEEDED".equals(status) && active.bank() == 2 //$NON-NLS-1$
				&& version.equals(images.newVersion().toString());
		Duration wall = clock.wallSince(DemoStage.LAUNCH);
		return new DemoReport(clock.results(), status, version, active.bank(), succeeded, wall,
				clock.simulatedSince(DemoStage.LAUNCH), HeapPeak.bytes(), THING, launch.updateId());
	}

	@Override
	public void close() {
		world.close();
	}
}
