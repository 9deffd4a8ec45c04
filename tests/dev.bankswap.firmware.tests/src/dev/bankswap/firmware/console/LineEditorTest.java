/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.firmware.ConsoleSession;
import dev.bankswap.firmware.TestBoard;
import dev.bankswap.testing.NoErrorLogged;

/** The line editor and the writer rules of the UART driver, seen from the wire. */
@ExtendWith(NoErrorLogged.class)
class LineEditorTest {

	private static final String UNKNOWN = "Command not recognized. Enter 'help' to view a list of available commands.\r\n";

	private TestBoard board;

	private ConsoleSession console;

	@BeforeEach
	void boot() {
		board = TestBoard.consoleOnly().boot();
		console = board.console();
	}

	@Test
	void enterOnAnEmptyPromptSaysNothing() {
		console.type("\r\n\r\r\n\n\0").run(100);
		assertEquals("", console.read());
	}

	@Test
	void allLineEndsWorkAndGiveOnePrompt() {
		for (String end : new String[] { "\r", "\n", "\r\n", "\n\r", "\0" }) {
			console.type("x" + end).run(100);
			assertEquals("x\r\n" + UNKNOWN + "> ", console.read());
		}
	}

	@Test
	void backspaceRubsOutOneByte() {
		console.type("\b\u007Fxa\b\b\u007F").run(100);
		assertEquals("xa\b \b\b \b", console.read());
		console.type("confx\u007F get mqtt_port\r").run(100);
		assertEquals("confx\b \b get mqtt_port\r\nmqtt_port=8883\r\n> ", console.read());
	}

	@Test
	void interruptDiscardsTheLine() {
		console.type("reset\u0003").run(100);
		assertEquals("reset\r\n> ", console.read());
		console.type("\u0003").run(100);
		assertEquals("\r\n> ", console.read());
		console.type("x\r").run(100);
		assertEquals("x\r\n" + UNKNOWN + "> ", console.read());
	}

	@Test
	void otherControlCharactersAreEchoedAndStored() {
		console.type("\t\u001B[A\u0001\u00E4\r").run(100);
		assertEquals("\t\u001B[A\u0001\u00E4\r\n" + UNKNOWN + "> ", console.read());
	}

	@Test
	void line128DropsSilentlyAndTheRestIsANewCommand() {
		String line = "x".repeat(128);
		console.type(line + "uptime\r").run(200);
		String text = console.read();
		assertTrue(text.startsWith(line + "> uptime\r\nup 0 day(s)"), text);
	}

	@Test
	void line127IsStillALine() {
		String value = "v".repeat(127 - "conf set thing_name ".length());
		assertEquals("thing_name=\"" + value + "\"\r\n", console.command("conf set thing_name " + value));
	}

	@Test
	void logLineRedrawsPromptAndTypedText() {
		console.type("conf g").run(50).read();
		board.context().log().info("x.c", 1, "hello");
		String text = console.run(50).read();
		assertTrue(text.matches("\r\u001B\\[K<INF> +\\d+ \\[IDLE      \\] hello \\(x\\.c:1\\)\r\n> conf g"), text);
		console.type("et mqtt_port\r").run(50);
		assertEquals("et mqtt_port\r\nmqtt_port=8883\r\n> ", console.read());
	}

	@Test
	void commandOutputOvertakesLogLines() {
		// The key is missing, so generate cert logs before it ends; help is typed ahead and printed first.
		console.type("pki generate cert\rhelp uptime\r").run(300);
		String text = console.read();
		int prompt = text.indexOf("> help uptime");
		int log = text.indexOf("Could not open corePKCS11_Key.dat");
		assertTrue(prompt >= 0 && log > prompt, text);
	}

	@Test
	void oneLogLineAPollOfFiveMilliseconds() {
		board.context().log().info("x.c", 1, "a");
		board.context().log().info("x.c", 2, "b");
		String first = console.run(4).read();
		assertEquals("", first);
		String both = console.run(40).read();
		assertTrue(both.matches("\r\u001B\\[K<INF>.* a \\(x\\.c:1\\)\r\n> \r\u001B\\[K<INF>.* b \\(x\\.c:2\\)\r\n> "), both);
	}

	@Test
	void bytesBeyondTheReceiveBufferAreDroppedWithAWarning() {
		// The key generation keeps the CLI busy while a burst arrives.
		console.type("rngtest 20000\r" + "y".repeat(900)).run(8_000);
		String text = console.read();
		assertTrue(text.contains("[uartRx    ] Dropped "), text);
		assertTrue(text.contains(" bytes. Console receive buffer full. (cli_uart_drv.c:317)\r\n"), text);
	}

	@Test
	void longOutputLosesNothing() {
		String all = console.command("help");
		for (int i = 0; i < 3; i++) {
			console.type("help\r");
		}
		String text = console.run(3_000).read();
		assertEquals(("help\r\n" + all + "> ").repeat(3), text);
	}

	@Test
	void commandsWaitUntilTheStoreIsLoaded() {
		board.board().powerOff();
		board.board().powerOn();
		console.run(150).read();
		console.type("conf get mqtt_port\r").run(100);
		assertFalse(console.all().endsWith("mqtt_port=8883\r\n> "));
		console.run(600);
		assertTrue(console.read().contains("mqtt_port=8883\r\n"));
	}
}
