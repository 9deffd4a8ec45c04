/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.firmware.FirmwareEvent;
import dev.bankswap.firmware.FirmwareSwitch;
import dev.bankswap.firmware.TestBoard;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class LoggerTest {

	private TestBoard board;

	@BeforeEach
	void boot() {
		board = TestBoard.consoleOnly().boot();
	}

	@Test
	void taskNameIsPaddedAndCut() {
		assertTrue(logged("OTAAgent", "x").matches("<INF> +\\d+ \\[OTAAgent  \\] x \\(f\\.c:7\\)"));
		assertTrue(logged("ShadowDevice", "x").contains(" [ShadowDevi] "));
	}

	@Test
	void lineEndsAreRemovedBeforeTheSource() {
		assertTrue(logged("t", "size: 5.\n\n\r\0").endsWith("] size: 5. (f.c:7)"));
	}

	@Test
	void messagesAndLinesHaveALimit() {
		assertEquals(2048, logged("t", "x".repeat(5_000)).length());
	}

	@Test
	void tickIsNotCutUnlessAsked() {
		long fiveHours = 5 * 3_600_000L;
		board.console().run(fiveHours);
		assertTrue(logged("t", "x").startsWith("<INF> 18000"), "32 bits");
		TestBoard u5 = TestBoard.consoleOnly(options -> options.with(FirmwareSwitch.LOG_TICK_24_BITS, true)).boot();
		u5.console().run(fiveHours);
		board = u5;
		assertTrue(logged("t", "x").matches("<INF>  12\\d{5} .*"), logged("t", "x"));
	}

	@Test
	void queueCutsAndDropsWhatDoesNotFit() {
		LogQueue queue = new LogQueue();
		byte[] line = "x".repeat(2040).getBytes(StandardCharsets.US_ASCII);
		assertEquals(2040, queue.add(line));
		assertEquals(2040, queue.add(line));
		assertEquals(4, queue.add(line));
		assertEquals(0, queue.add(line));
		assertEquals(2040, queue.poll().orElseThrow().length);
		assertEquals(2040, queue.add(line));
		assertEquals(2040, queue.poll().orElseThrow().length);
		assertEquals(4, queue.poll().orElseThrow().length);
		assertEquals(2040, queue.poll().orElseThrow().length);
		assertTrue(queue.isEmpty());
		assertFalse(queue.poll().isPresent());
	}

	@Test
	void droppedLinesAreNotPublished() {
		int before = lines();
		for (int i = 0; i < 200; i++) {
			board.context().log().info("f.c", i, "x".repeat(100));
		}
		int published = lines() - before;
		assertTrue(published > 25 && published < 40, "published " + published);
	}

	private String logged(String task, String message) {
		Task logging = board.context().kernel().createTask(task, 1, 128);
		logging.run(() -> board.context().log().info("f.c", 7, "%s", message));
		board.console().run(500);
		return board.events().stream().filter(FirmwareEvent.LogLine.class::isInstance).map(each -> ((FirmwareEvent.LogLine) each).text())
				.reduce((first, second) -> second).orElseThrow();
	}

	private int lines() {
		return (int) board.events().stream().filter(FirmwareEvent.LogLine.class::isInstance).count();
	}
}
