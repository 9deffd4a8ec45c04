/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jface.preference.PreferenceStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;
import dev.bankswap.ui.preferences.BankswapPreferences;

@ExtendWith(NoErrorLogged.class)
class BankswapPreferencesTest {

	private final PreferenceStore store = new PreferenceStore();

	private final BankswapPreferences preferences = new BankswapPreferences(store);

	@Test
	void valuesAreRead() {
		store.setValue(BankswapPreferences.SIMULATION_SPEED, 5);
		store.setValue(BankswapPreferences.CONSOLE_LINES, 2000);
		assertEquals(5, preferences.simulationSpeed());
		assertEquals(2000, preferences.consoleLines());
	}

	@Test
	void nonsenseIsBroughtIntoRange() {
		store.setValue(BankswapPreferences.SIMULATION_SPEED, -3);
		store.setValue(BankswapPreferences.CONSOLE_LINES, Integer.MAX_VALUE);
		assertEquals(1, preferences.simulationSpeed());
		assertEquals(BankswapPreferences.CONSOLE_LINES_MAX, preferences.consoleLines());
		store.setValue(BankswapPreferences.CONSOLE_LINES, "many");
		assertEquals(BankswapPreferences.CONSOLE_LINES_MIN, preferences.consoleLines());
	}
}
