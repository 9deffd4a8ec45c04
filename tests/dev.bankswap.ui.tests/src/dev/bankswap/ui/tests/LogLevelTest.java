/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;
import dev.bankswap.ui.console.LogLevel;

@ExtendWith(NoErrorLogged.class)
class LogLevelTest {

	@Test
	void levelsAreReadFromTheBeginningOfTheLine() {
		assertEquals(Optional.of(LogLevel.ERROR), LogLevel.of("<ERR>        1 [Task      ] x (a.c:1)"));
		assertEquals(Optional.of(LogLevel.WARNING), LogLevel.of("<WRN> "));
		assertEquals(Optional.of(LogLevel.SYSTEM), LogLevel.of("<SYS>        0 [None      ] Reset Source"));
		assertEquals(Optional.of(LogLevel.PROMPT), LogLevel.of("> help"));
		assertEquals(Optional.empty(), LogLevel.of("<INF>        1 [Task      ] <ERR> quoted"));
		assertEquals(Optional.empty(), LogLevel.of(""));
	}
}
