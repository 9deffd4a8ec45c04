/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

import dev.bankswap.ui.BankswapUi;

/** Typed access to the settings of the workspace. Out-of-range values (an edited file) are brought into range here. */
public final class BankswapPreferences {

	/** How many times faster than real time a simulated board runs, at most. */
	public static final String SIMULATION_SPEED = "simulation.speed"; //$NON-NLS-1$

	/** How many lines a device console keeps. */
	public static final String CONSOLE_LINES = "console.lines"; //$NON-NLS-1$

	/** Smallest number of lines that a device console keeps. */
	public static final int CONSOLE_LINES_MIN = 1_000;

	/** Largest number of lines that a device console keeps. */
	public static final int CONSOLE_LINES_MAX = 1_000_000;

	static final int DEFAULT_SPEED = 10;

	static final int DEFAULT_CONSOLE_LINES = 100_000;

	/** A speed that no machine reaches: nothing holds the simulation back. */
	static final int SPEED_UNLIMITED = 1_000;

	private final IPreferenceStore store;

	/**
	 * Reads from a store.
	 *
	 * @param store the store
	 */
	public BankswapPreferences(IPreferenceStore store) {
		this.store = store;
	}

	/**
	 * Returns the settings of this workspace.
	 *
	 * @return the settings
	 */
	public static BankswapPreferences ofWorkspace() {
		return new BankswapPreferences(workspaceStore());
	}

	/**
	 * Returns the store behind the settings of this workspace.
	 *
	 * @return a new view of it
	 */
	public static IPreferenceStore workspaceStore() {
		return new ScopedPreferenceStore(InstanceScope.INSTANCE, BankswapUi.PLUGIN_ID);
	}

	/**
	 * Returns how many times faster than real time a simulated board runs, at most.
	 *
	 * @return the factor
	 */
	public int simulationSpeed() {
		return Math.max(1, Math.min(SPEED_UNLIMITED, store.getInt(SIMULATION_SPEED)));
	}

	/**
	 * Returns how many lines a device console keeps.
	 *
	 * @return the number of lines
	 */
	public int consoleLines() {
		return Math.max(CONSOLE_LINES_MIN, Math.min(CONSOLE_LINES_MAX, store.getInt(CONSOLE_LINES)));
	}
}
