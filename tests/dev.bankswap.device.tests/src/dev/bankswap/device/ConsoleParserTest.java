/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class ConsoleParserTest {
	private static final String LOG = "<INF>    88331 [MQTTAgent ] Received OTA job message, size: 614. (ota_update_task.c:921)\r\n";

	/** Writes everything found into one list, so that the order is checked too. */
	private static final class Recorder implements ConsoleListener {
		final List<String> found = new ArrayList<>();

		@Override
		public void log(LogRecord entry) {
			found.add("log:" + entry.text());
		}

		@Override
		public void prompt() {
			found.add("prompt");
		}

		@Override
		public void echo(String typed) {
			found.add("echo:" + typed);
		}

		@Override
		public void answer(String line) {
			found.add("answer:" + line);
		}
	}

	private static List<String> parse(String text, int chunk) {
		Recorder recorder = new Recorder();
		ConsoleParser parser = new ConsoleParser(recorder);
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < bytes.length; i += chunk) {
			parser.accept(bytes, i, Math.min(chunk, bytes.length - i));
		}
		return recorder.found;
	}

	@Test
	void takesACommandApart() {
		List<String> expected = List.of("prompt", "echo:conf get thing_name", "answer:thing_name=\"my board\"", "prompt");
		String text = "> conf get thing_name\r\nthing_name=\"my board\"\r\n> ";
		for (int chunk = 1; chunk <= text.length(); chunk++) {
			assertEquals(expected, parse(text, chunk), "chunks of " + chunk);
		}
	}

	@Test
	void putsAnAnswerTogetherAroundALogLineAtEveryByte() {
		String before = "> conf get thing_name\r\n";
		String answer = "thing_name=\"a<b> c\"";
		for (int at = 0; at <= answer.length(); at++) {
			List<String> found = parse(before + answer.substring(0, at) + LOG + answer.substring(at) + "\r\n> ", 7);
			assertTrue(found.remove("log:Received OTA job message, size: 614."), "log at " + at);
			assertEquals(List.of("prompt", "echo:conf get thing_name", "answer:" + answer, "prompt"), found, "log at " + at);
		}
	}

	@Test
	void followsTheRedrawOfTheInputLineAtEveryByte() {
		String typed = "conf set wifi_ssid My Net";
		for (int at = 0; at <= typed.length(); at++) {
			String redraw = "\r\u001b[K" + LOG + "> " + typed.substring(0, at);
			for (int chunk : new int[] { 1, 3, 1000 }) {
				List<String> found = parse("> " + typed.substring(0, at) + redraw + typed.substring(at) + "\r\n> ", chunk);
				assertEquals(List.of("prompt", "log:Received OTA job message, size: 614.", "prompt", "echo:" + typed, "prompt"), found);
			}
		}
	}

	@Test
	void readsAllFieldsOfALogLine() {
		List<LogRecord> entries = new ArrayList<>();
		ConsoleParser parser = new ConsoleParser(new ConsoleListener() {
			@Override
			public void log(LogRecord entry) {
				entries.add(entry);
			}
		});
		parser.accept(("<SYS>        0 [None      ] Reset Source: 0x14000000 : SFTRSTF: software system reset with pin reset. (app_main.c:266)\r\n"
				+ "<INF>    15487 [OTAAgent] In self test mode. (ota.c:2102)\r\n" + "<ERR> 4294967295 [cli       ] cut of\r\n")
				.getBytes(StandardCharsets.US_ASCII));
		assertEquals(new LogRecord(LogLevel.SYS, 0, "None",
				"Reset Source: 0x14000000 : SFTRSTF: software system reset with pin reset.", "app_main.c", 266), entries.get(0));
		assertEquals(new LogRecord(LogLevel.INF, 15487, "OTAAgent", "In self test mode.", "ota.c", 2102), entries.get(1));
		assertEquals(new LogRecord(LogLevel.ERR, 4294967295L, "cli", "cut of", "", 0), entries.get(2));
		assertFalse(entries.get(2).complete());
	}

	@Test
	void findsThePromptBehindAnAnswerWithoutLineEnd() {
		assertEquals(List.of("prompt", "echo:-----END PUBLIC KEY-----", "answer:ERROR: Failed to parse public key.", "prompt"),
				parse("> -----END PUBLIC KEY-----\r\nERROR: Failed to parse public key.> ", 1));
	}

	@Test
	void dropsTheNulBehindTheLabelAndKeepsBlankLines() {
		assertEquals(List.of("answer:Public Key Label: tls_key_pub", "answer:", "answer:x"), parse("Public Key Label: tls_key_pub\0\r\n\nx\r\n", 4));
	}

	@Test
	void understandsCtrlCAndBackspace() {
		assertEquals(List.of("prompt", "echo:ab", "prompt", "echo:xz", "prompt"), parse("> ab\r\n> xy\b \bz\r\n> ", 1));
	}

	@Test
	void doesNotTakeHelpTextForAPrompt() {
		assertEquals(List.of("prompt", "echo:help conf", "answer:    conf set <key> <value>", "prompt"),
				parse("> help conf\r\n    conf set <key> <value>\r\n> ", 1));
	}

	@Test
	void givesTheSameForAnyChunksOfAnyBytes() {
		Random random = new Random(20240612);
		String[] pieces = { "> ", "\r\n", LOG, "\r\u001b[K", "conf get", "\b", "\0", "\u001b", "[", "]", "<INF> ", "ERROR: Failed to parse public key.", "ä" };
		for (int round = 0; round < 400; round++) {
			StringBuilder text = new StringBuilder();
			for (int i = random.nextInt(40); i > 0; i--) {
				text.append(random.nextInt(5) == 0 ? String.valueOf((char) random.nextInt(256)) : pieces[random.nextInt(pieces.length)]);
			}
			assertEquals(parse(text.toString(), 1), parse(text.toString(), 1 + random.nextInt(60)), "round " + round);
		}
	}

	@Test
	void boundsALineWithoutEnd() {
		Recorder recorder = new Recorder();
		ConsoleParser parser = new ConsoleParser(recorder);
		byte[] block = "x".repeat(5000).getBytes(StandardCharsets.US_ASCII);
		for (int i = 0; i < 40; i++) {
			parser.accept(block);
		}
		assertEquals(200_000 / ConsoleParser.MAX_LINE, recorder.found.size());
		assertTrue(parser.pending().length() <= ConsoleParser.MAX_LINE);
	}
}
