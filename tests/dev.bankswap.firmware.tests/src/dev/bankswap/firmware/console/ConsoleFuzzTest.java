/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.board.BoardEvent;
import dev.bankswap.firmware.ConsoleSession;
import dev.bankswap.firmware.TestBoard;
import dev.bankswap.testing.NoErrorLogged;

/** Bytes of every kind on the UART: nothing leaves the scheduler, and the console answers afterwards. */
@ExtendWith(NoErrorLogged.class)
class ConsoleFuzzTest {

	private static final String[] WORDS = { "conf", "get", "set", "commit", "pki", "import", "export", "key", "cert", "csr", "mqtt_port",
			"thing_name", "tls_cert", "root_ca_cert", "ota_signer_pub", "-----BEGIN X-----", "-----END X-----", "AAAA", "help", "uptime",
			"rngtest", "\u00FF\u00FE", "\t", "generate", "0x", "-1", "\\", ",", "=" };

	@Test
	void randomBytes() {
		TestBoard board = TestBoard.consoleOnly().boot();
		boolean[] fault = watch(board);
		Random random = new Random(11);
		StringBuilder bytes = new StringBuilder();
		for (int i = 0; i < 20_000; i++) {
			bytes.append((char) random.nextInt(256));
		}
		board.console().type(bytes.toString()).run(10_000);
		assertFalse(fault[0]);
		answers(board.console());
	}

	@Test
	void randomWords() {
		TestBoard board = TestBoard.consoleOnly().boot();
		boolean[] fault = watch(board);
		Random random = new Random(12);
		for (int i = 0; i < 300; i++) {
			StringBuilder line = new StringBuilder();
			for (int words = random.nextInt(6); words >= 0; words--) {
				line.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(5) == 0 ? "\r" : " ");
			}
			board.console().type(line.append('\r').toString()).run(200);
		}
		board.console().run(15_000);
		assertFalse(fault[0]);
		answers(board.console());
	}

	/** A hard fault is what the firmware itself has for some commands; an exception of another kind is a bug of the model. */
	private static boolean[] watch(TestBoard board) {
		boolean[] unexpected = new boolean[1];
		board.board().addListener(event -> {
			if (event instanceof BoardEvent.FirmwareFault fault && !(fault.cause() instanceof HardFault)) {
				unexpected[0] = true;
			}
		});
		return unexpected;
	}

	private static void answers(ConsoleSession console) {
		console.type("\u0003\r-----END X-----\r\u0003").run(15_000).read();
		console.type("uptime\r").run(500);
		assertTrue(console.read().contains("up 0 day(s)"));
	}
}
