/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui;

/**
 * Families of the jobs that the tools run. They give a job its icon in the Progress view, and let a caller wait for or
 * cancel all jobs of one kind through {@link org.eclipse.core.runtime.jobs.IJobManager}.
 */
public final class JobFamilies {

	/** The demonstration: blank board to committed update. */
	public static final Object DEMO = new Family("demo"); //$NON-NLS-1$

	/** Short commands to a simulated device: reset, power cycle, typed input. */
	public static final Object DEVICE = new Family("device"); //$NON-NLS-1$

	private JobFamilies() {
	}

	private record Family(String name) {
		@Override
		public String toString() {
			return "dev.bankswap." + name; //$NON-NLS-1$
		}
	}
}
