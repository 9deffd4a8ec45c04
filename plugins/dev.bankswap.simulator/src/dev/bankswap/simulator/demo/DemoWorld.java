/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import dev.bankswap.aws.AwsAccount;
import dev.bankswap.aws.AwsConnection;
import dev.bankswap.board.BoardConfig;
import dev.bankswap.cloud.CloudOptions;
import dev.bankswap.cloud.LocalCloud;
import dev.bankswap.simulator.SimulatedDevice;
import dev.bankswap.simulator.SimulatedDeviceOptions;
import dev.bankswap.simulator.loop.Pace;

/** What a demonstration starts, and stops in the opposite order. May be closed from any thread, also while it is being built. */
final class DemoWorld implements AutoCloseable {

	private static final String DEVICE_NAME = "STM32H573I-DK"; //$NON-NLS-1$

	private final Deque<AutoCloseable> open = new ArrayDeque<>();
	private boolean closed;

	/** Takes over something that has to be closed. Closes it at once if the world has been closed meanwhile. */
	private synchronized <T extends AutoCloseable> T keep(T thing) throws IOException {
		open.push(thing);
		if (closed) {
			closeAll();
			throw new IOException("The demonstration was closed."); //$NON-NLS-1$
		}
		return thing;
	}

	LocalCloud startCloud() throws IOException {
		TemporaryFolder folder = keep(TemporaryFolder.create());
		return keep(LocalCloud.start(CloudOptions.defaults(folder.path())));
	}

	SimulatedDevice makeDevice(DemoImages images, double speed) throws IOException {
		return keep(new SimulatedDevice(new SimulatedDeviceOptions(DEVICE_NAME, BoardConfig.defaults(), new Pace(speed),
				Optional.of(images.base()), images.catalog())));
	}

	AwsConnection connect(LocalCloud cloud) throws IOException {
		return keep(AwsConnection.open(
				AwsAccount.local(cloud.region(), URI.create("http://127.0.0.1:" + cloud.httpPort())))); //$NON-NLS-1$
	}

	@Override
	public synchronized void close() {
		closed = true;
		closeAll();
	}

	private void closeAll() {
		while (!open.isEmpty()) {
			try {
				open.pop().close();
			} catch (Exception e) {
				System.getLogger("dev.bankswap.simulator") //$NON-NLS-1$
						.log(System.Logger.Level.WARNING, "A part of the demonstration did not end cleanly", e); //$NON-NLS-1$
			}
		}
	}
}
