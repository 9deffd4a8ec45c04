/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.firmware.ConsoleSession;
import dev.bankswap.firmware.TestBoard;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class KillTest {

	private final List<String> ticks = new ArrayList<>();

	private TestBoard board;

	private ConsoleSession console;

	private Task victim;

	@BeforeEach
	void boot() {
		board = TestBoard.consoleOnly().boot();
		console = board.console();
		victim = board.context().kernel().createTask("Victim", 5, 128);
		tick();
	}

	@Test
	void defaultSignalDeletesTheTask() {
		assertEquals("", console.command("kill " + victim.id()));
		assertTrue(stopped());
		assertFalse(board.context().kernel().tasks().contains(victim));
	}

	@Test
	void stopAndContinue() {
		assertEquals("", console.command("kill -SIGSTOP " + victim.id()));
		assertTrue(stopped());
		assertEquals("", console.command("killall -25 Victim"));
		assertFalse(stopped());
	}

	@Test
	void signalsWithoutEffect() {
		for (String line : new String[] { "kill -SIGKILL " + victim.id(), "kill -9 " + victim.id(), "kill -1 " + victim.id(),
				"kill -77 " + victim.id(), "kill 0", "kill abc", "killall Nobody", "kill", "killall" }) {
			assertEquals("", console.command(line));
			assertFalse(stopped(), line);
		}
	}

	@Test
	void unknownTaskNumberFreezesTheConsole() {
		console.type("kill 999\ruptime\r").run(500);
		assertEquals("kill 999\r\n", console.read());
		console.type("\u0003").run(60_000);
		assertEquals("", console.read());
	}

	@Test
	void signalBehindTheNumberComesTooLate() {
		console.type("kill " + victim.id() + " -SIGSTOP\ruptime\r").run(500);
		assertFalse(board.context().kernel().tasks().contains(victim));
		assertFalse(console.read().contains("up 0 day(s)"));
	}

	@Test
	void continuingAnUnknownTaskFailsAnAssertion() {
		console.type("kill -SIGCONT 999\r").run(500);
		assertTrue(console.read().contains("Assertion failed. (tasks.c:1885)"));
	}

	@Test
	void longNameFailsAnAssertion() {
		console.type("killall " + "x".repeat(32) + "\r").run(500);
		assertTrue(console.read().contains("Assertion failed. (tasks.c:2431)"));
	}

	@Test
	void helpOfKillallIsThatOfKill() {
		assertEquals(console.command("help kill"), console.command("help killall"));
	}

	private void tick() {
		ticks.add("tick");
		victim.after(10, this::tick);
	}

	private boolean stopped() {
		int before = ticks.size();
		console.run(100);
		return ticks.size() == before;
	}
}
