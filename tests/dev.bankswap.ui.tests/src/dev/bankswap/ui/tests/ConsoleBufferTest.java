/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;
import dev.bankswap.ui.console.ConsoleBuffer;
import dev.bankswap.ui.console.ConsoleSlice;

@ExtendWith(NoErrorLogged.class)
class ConsoleBufferTest {

	private final ConsoleBuffer buffer = new ConsoleBuffer(100);

	@Test
	void linesEndWithCrLf() {
		send("one\r\ntwo\r\n> ");
		assertEquals(List.of("one", "two", "> "), all());
	}

	@Test
	void aLogLineIsInsertedAboveWhatTheUserTypes() {
		send("> conf g");
		send("\r\u001b[K<INF>     1000 [Task      ] text (file.c:1)\r\n> conf g");
		assertEquals(List.of("<INF>     1000 [Task      ] text (file.c:1)", "> conf g"), all());
	}

	@Test
	void rubOutRemovesACharacter() {
		send("> ab");
		send("\b \b");
		send("\u001b[K");
		assertEquals(List.of("> a"), all());
	}

	@Test
	void backspaceStopsAtTheBeginningOfTheLine() {
		send("a\b\b\bX");
		assertEquals(List.of("X"), all());
	}

	@Test
	void carriageReturnAloneOverwrites() {
		send("12345\rab");
		assertEquals(List.of("ab345"), all());
	}

	@Test
	void everyPortioningGivesTheSameLines() {
		byte[] bytes = ("\u00e4\u20ac\r\u001b[K<ERR> x\r\n> \u001b[0K\u001b[31mred\u001b[0m\b\b\r\nend")
				.getBytes(StandardCharsets.UTF_8);
		buffer.append(bytes);
		ConsoleBuffer oneByOne = new ConsoleBuffer(100);
		for (byte b : bytes) {
			oneByOne.append(new byte[] { b });
		}
		assertEquals(all(), oneByOne.since(0).lines());
		assertEquals(List.of("<ERR> x", "> red", "end"), all());
	}

	@Test
	void bytesThatAreNoUtf8AreReplaced() {
		buffer.append(new byte[] { 'a', (byte) 0xFF, 'b' });
		assertEquals(List.of("a\uFFFDb"), all());
	}

	@Test
	void eraseScreenStartsAgain() {
		send("old\r\nold\u001b[2J\u001b[Hnew");
		assertEquals(List.of("new"), all());
	}

	@Test
	void aReaderGetsOnlyWhatIsNew() {
		send("a\r\nb");
		ConsoleSlice seen = buffer.since(0);
		send("c\r\nd");
		ConsoleSlice news = buffer.since(seen.end() - 1);
		assertEquals(List.of("bc", "d"), news.lines());
		assertEquals(1, news.from());
	}

	@Test
	void oldLinesAreDroppedAndNumbersStay() {
		for (int i = 0; i < 1000; i++) {
			send("line " + i + "\r\n");
		}
		ConsoleSlice kept = buffer.since(0);
		assertTrue(kept.lines().size() <= 111, "kept " + kept.lines().size());
		assertTrue(kept.lines().size() >= 100, "kept " + kept.lines().size());
		assertEquals("line " + kept.from(), kept.lines().get(0));
		assertEquals(1001, kept.end());
	}

	@Test
	void aReaderCanTakeALongLogInPieces() {
		send("a\r\nb\r\nc");
		ConsoleSlice piece = buffer.since(0, 2);
		assertEquals(List.of("a", "b"), piece.lines());
		assertFalse(piece.complete());
		ConsoleSlice rest = buffer.since(piece.end() - 1, 2);
		assertEquals(List.of("b", "c"), rest.lines());
		assertTrue(rest.complete());
	}

	@Test
	void knowsWhetherThereIsAnythingToShow() {
		assertTrue(buffer.isEmpty());
		send("x");
		assertFalse(buffer.isEmpty());
		buffer.clear();
		assertTrue(buffer.isEmpty());
	}

	@Test
	void clearForgetsAllAndGoesOnCounting() {
		send("a\r\nb");
		long end = buffer.since(0).end();
		buffer.clear();
		ConsoleSlice after = buffer.since(0);
		assertEquals(List.of(""), after.lines());
		assertEquals(end, after.first());
	}

	@Test
	void aLineWithoutEndIsBroken() {
		send("x".repeat(3 * ConsoleBuffer.MAX_LINE));
		assertEquals(3, all().size());
	}

	@Test
	void anyBytesAreTaken() {
		Random random = new Random(7);
		for (int i = 0; i < 2000; i++) {
			byte[] bytes = new byte[random.nextInt(64)];
			random.nextBytes(bytes);
			for (int k = 0; k < bytes.length; k++) {
				bytes[k] = random.nextInt(4) == 0 ? (byte) "\r\n\b\u001b[K2J".charAt(random.nextInt(8)) : bytes[k];
			}
			buffer.append(bytes);
		}
		assertTrue(all().stream().allMatch(line -> line.length() <= ConsoleBuffer.MAX_LINE));
		assertTrue(all().stream().noneMatch(line -> line.indexOf('\u001b') >= 0));
	}

	@Test
	void aBufferForNoLinesIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> new ConsoleBuffer(0));
	}

	private void send(String text) {
		buffer.append(text.getBytes(StandardCharsets.UTF_8));
	}

	private List<String> all() {
		return buffer.since(0).lines();
	}
}
