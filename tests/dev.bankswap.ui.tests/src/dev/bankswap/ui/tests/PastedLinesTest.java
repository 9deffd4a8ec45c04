/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;
import dev.bankswap.ui.console.PastedLines;

@ExtendWith(NoErrorLogged.class)
class PastedLinesTest {

	@Test
	void everyLineEndSeparatesAndTheLastOneAddsNothing() {
		assertEquals(List.of("a", "b", "c"), PastedLines.of("a\r\nb\nc\r"));
		assertEquals(List.of("help"), PastedLines.of("help\n"));
		assertEquals(List.of("a", "", "b"), PastedLines.of("a\n\nb"));
		assertEquals(List.of(), PastedLines.of(""));
	}

	@Test
	void typedTextIsNoBlock() {
		assertFalse(PastedLines.hasLineEnd("conf get"));
		assertTrue(PastedLines.hasLineEnd("conf get\n"));
		assertTrue(PastedLines.hasLineEnd("a\rb"));
	}
}
