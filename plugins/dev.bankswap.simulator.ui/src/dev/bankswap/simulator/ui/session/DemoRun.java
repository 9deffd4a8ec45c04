/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.session;

import org.eclipse.core.runtime.IProgressMonitor;

import dev.bankswap.simulator.demo.Demo;
import dev.bankswap.simulator.demo.DemoException;
import dev.bankswap.simulator.demo.DemoListener;
import dev.bankswap.simulator.demo.DemoOptions;
import dev.bankswap.simulator.demo.DemoReport;

/** One demonstration, as far as the session knows it: it can be run once, and its board lives until it is closed. */
public interface DemoRun extends AutoCloseable {

	/** Makes demonstrations. */
	@FunctionalInterface
	interface Factory {

		/**
		 * Makes a demonstration that has not begun.
		 *
		 * @param options  what to show
		 * @param listener follows it
		 * @return the demonstration
		 */
		DemoRun create(DemoOptions options, DemoListener listener);
	}

	/**
	 * Runs it. Blocks until the end.
	 *
	 * @param monitor progress and cancelling
	 * @return what it has shown
	 * @throws DemoException if a stage ended badly; the message is for the user
	 */
	DemoReport run(IProgressMonitor monitor) throws DemoException;

	@Override
	void close();

	/**
	 * Makes the real demonstration.
	 *
	 * @param options  what to show
	 * @param listener follows it
	 * @return the demonstration
	 */
	static DemoRun real(DemoOptions options, DemoListener listener) {
		Demo demo = new Demo(options, listener);
		return new DemoRun() {
			@Override
			public DemoReport run(IProgressMonitor monitor) throws DemoException {
				return demo.run(monitor);
			}

			@Override
			public void close() {
				demo.close();
			}
		};
	}
}
