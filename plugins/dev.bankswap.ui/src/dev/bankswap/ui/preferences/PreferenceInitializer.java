/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.preferences;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;

import dev.bankswap.ui.BankswapUi;

/** The settings of a workspace in which nothing was changed yet. */
public final class PreferenceInitializer extends AbstractPreferenceInitializer {

	@Override
	public void initializeDefaultPreferences() {
		IEclipsePreferences defaults = DefaultScope.INSTANCE.getNode(BankswapUi.PLUGIN_ID);
		defaults.putInt(BankswapPreferences.SIMULATION_SPEED, BankswapPreferences.DEFAULT_SPEED);
		defaults.putInt(BankswapPreferences.CONSOLE_LINES, BankswapPreferences.DEFAULT_CONSOLE_LINES);
	}
}
