/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.bankswap.testing.NoErrorLogged;
import dev.bankswap.ui.console.CommandHistory;

@ExtendWith(NoErrorLogged.class)
class CommandHistoryTest {

	private final CommandHistory history = new CommandHistory(3);

	@Test
	void goesBackAndForthAndReturnsToTheDraft() {
		history.add("help");
		history.add("ps");
		assertEquals("ps", history.older("dra"));
		assertEquals("help", history.older("ps"));
		assertEquals("help", history.older("help"), "stays at the oldest");
		assertEquals("ps", history.newer("help"));
		assertEquals("dra", history.newer("ps"));
		assertEquals("draft", history.newer("draft"), "stays at the end");
	}

	@Test
	void keepsTheNewestAndNoRepetition() {
		for (String line : new String[] { "1", "2", "2", " ", "3", "4" }) {
			history.add(line);
		}
		assertEquals("4", history.older(""));
		assertEquals("3", history.older(""));
		assertEquals("2", history.older(""));
		assertEquals("2", history.older(""), "1 was dropped");
	}

	@ParameterizedTest
	@ValueSource(strings = { "conf set wifi_credential s3cret", " conf  set wifi_credential s3cret",
			"CONF SET my_password x" })
	void secretsAreNotKept(String line) {
		history.add("help");
		history.add(line);
		assertEquals("help", history.older(""));
	}

	@Test
	void anEmptyHistoryShowsWhatIsTyped() {
		assertEquals("abc", history.older("abc"));
	}
}
