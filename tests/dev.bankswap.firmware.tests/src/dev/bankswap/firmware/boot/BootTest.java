/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.boot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.board.BoardEvent;
import dev.bankswap.board.Led;
import dev.bankswap.board.NorFlash;
import dev.bankswap.board.ResetCause;
import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.FirmwareEvent;
import dev.bankswap.firmware.TestBoard;
import dev.bankswap.firmware.kernel.SystemEvents;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.formats.FirmwareImage;
import dev.bankswap.formats.FirmwareVersion;
import dev.bankswap.formats.ImageFormatException;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class BootTest {

	private static final String FORMATTED = """
			\r<ERR>      412 [Init      ] Corrupted dir pair at {0x0, 0x1} (lfs.c:1070)
			> \r<ERR>      412 [Init      ] Failed to mount partition. Formatting... (app_main.c:94)
			""";

	@Test
	void firstBootFormatsTheVolumeAndSaysSo() {
		TestBoard board = TestBoard.consoleOnly();
		board.board().powerOn();
		board.console().run(1000);
		String log = board.console().read().replace("\u001B[K", "");
		assertTrue(log.startsWith("""


				<SYS>        0 [None      ] Reset Source: 0xc000000 : BORRSTF: BOR with pin reset. (app_main.c:266)
				<INF>        0 [None      ] HW Init Complete (app_main.c:285)
				>\s""".replace("\n", "\r\n")), log);
		assertTrue(log.contains(FORMATTED.replace("\n", "\r\n")), log);
		assertTrue(log.contains("[Init      ] File System mounted. (app_main.c:218)\r\n> "), log);
	}

	@Test
	void laterBootsMountTheVolume() {
		TestBoard board = TestBoard.consoleOnly().boot();
		board.board().reset(ResetCause.PIN);
		String log = board.console().run(1000).read();
		assertTrue(log.contains("Reset Source: 0x4000000 : PINRSTF: pin reset. (app_main.c:266)\r\n"), log);
		assertTrue(log.contains("\r\u001B[K<INF>      412 [Init      ] File System mounted. (app_main.c:218)\r\n> "), log);
		assertFalse(log.contains("<ERR>"), log);
	}

	@Test
	void resetSourceFollowsTheTable() {
		assertEquals("SFTRSTF: software system reset with pin reset", ResetSource.text(0x14000000));
		assertEquals("SFTRSTF: software system reset", ResetSource.text(0x10000000));
		assertEquals("BORRSTF: BOR with pin reset", ResetSource.text(0x1C000000));
		assertEquals("IWDGRSTF: independent watchdog with pin reset", ResetSource.text(0x24000000));
		assertEquals("WWDGRSTF: window watchdog", ResetSource.text(0x40000000));
		assertEquals("LPWRRSTF: Low-power with pin reset", ResetSource.text(0x84000000));
		assertEquals("PINRSTF: pin reset", ResetSource.text(0x04000000));
		assertEquals("Unknown", ResetSource.text(0x00800000));
		assertEquals(0x84000000, ResetSource.printed(0x84800001));
	}

	@Test
	void tasksAreCreatedInTheOrderOfTheFirmware() {
		TestBoard board = TestBoard.consoleOnly().boot();
		List<String> names = board.context().kernel().tasks().stream().map(Task::name).toList();
		assertEquals(List.of("Init", "IDLE", "Tmr Svc", "cli", "uartRx", "uartTx", "Heartbeat"), names.subList(0, 7));
		assertTrue(board.context().kernel().tasks().get(0).suspended());
		assertTrue(board.events().stream().anyMatch(each -> each instanceof FirmwareEvent.TaskStarted start && start.name().equals("cli")));
	}

	@Test
	void applicationsStartWhenFileSystemAndConfigurationAreReady() {
		List<String> seen = new ArrayList<>();
		TestBoard board = TestBoard.withApplications(boot -> seen.add(boot.kernel().current().name() + ' '
				+ boot.fileSystem().mounted() + ' ' + (boot.kernel().events().get() & SystemEvents.FS_READY)));
		board.boot();
		assertEquals(List.of("Init true 1"), seen);
	}

	@Test
	void unknownImageCountsAsTheSourceTreesVersion() {
		assertEquals(new FirmwareVersion(0, 9, 1), TestBoard.consoleOnly().boot().context().version());
	}

	@Test
	void imageInTheActiveBankDecidesTheVersion() throws ImageFormatException {
		FirmwareImage known = FirmwareImage.ofBinary("known.bin", TestBoard.image());
		TestBoard board = TestBoard.consoleOnly(options -> {
			options.images().add(known, new FirmwareVersion(1, 2, 3));
			return options;
		});
		assertEquals(new FirmwareVersion(1, 2, 3), board.boot().context().version());
		byte[] other = TestBoard.image();
		other[other.length - 1] = 1;
		board.board().flash().loadImage(1, other);
		board.board().reset(ResetCause.PIN);
		board.console().run(1000);
		assertEquals(new FirmwareVersion(0, 9, 1), board.context().version());
	}

	@Test
	void heartbeatBlinksGreenAndRedInTurn() {
		TestBoard board = TestBoard.consoleOnly().boot();
		boolean green = board.board().leds().lit(Led.GREEN);
		assertNotEquals(green, board.board().leds().lit(Led.RED));
		board.console().run(1000);
		assertNotEquals(green, board.board().leds().lit(Led.GREEN));
		assertEquals(green, board.board().leds().lit(Led.RED));
	}

	@Test
	void watchdogIsFedByTheIdleTask() {
		TestBoard board = TestBoard.consoleOnly().boot();
		List<BoardEvent> resets = resets(board);
		board.console().run(3_600_000);
		assertEquals(List.of(), resets);
	}

	@Test
	void watchdogResetsAfterAnAssertion() {
		TestBoard board = TestBoard.consoleOnly().boot();
		List<BoardEvent> resets = resets(board);
		long start = board.nowMs();
		board.console().type("assert\r").run(9_900);
		assertEquals(List.of(), resets);
		board.console().run(300);
		assertEquals(1, resets.size());
		assertEquals(10_000, resets.get(0).time() / 1_000_000 - start, 60);
		assertTrue(board.console().run(1000).read().contains("Reset Source: 0x24000000 : IWDGRSTF: independent watchdog with pin reset."));
	}

	@Test
	void assertionSendsWhatWaitsAndThenItself() {
		TestBoard board = TestBoard.consoleOnly().boot();
		board.console().type("assert\r").run(100);
		String text = board.console().read();
		assertTrue(text.matches("assert\r\n\r\n<ASR> +\\d+ \\[cli       \\] Assertion failed\\. \\(cli_utils\\.c:669\\)\r\n\r\n"), text);
	}

	@Test
	void systemResetHelperDrainsTheLogAndEndsWithABlankLine() {
		TestBoard board = TestBoard.withApplications(boot -> {
			Task task = boot.kernel().createTask("OTAAgent", 3, 1024);
			task.after(1000, () -> {
				boot.log().info("a.c", 1, "waits");
				boot.reset();
			});
		});
		board.board().powerOn();
		board.console().run(1480).read();
		String text = board.console().run(1000).read();
		assertTrue(text.matches("(?s)<INF> +\\d+ \\[OTAAgent  \\] waits \\(a\\.c:1\\)\r\n"
				+ "<SYS> +\\d+ \\[OTAAgent  \\] System Reset in progress\\. \\(freertos_hooks\\.c:86\\)\r\n\r\n"
				+ "\r\n\r\n<SYS> .*Reset Source: 0x14000000 .*"), text);
	}

	@Test
	void brokenSuperblockWipesTheConfiguration() {
		TestBoard board = TestBoard.consoleOnly().boot();
		board.console().command("conf set thing_name abc");
		board.console().command("conf commit");
		board.board().nor().eraseSector(0xA0000);
		board.board().nor().eraseSector(0xA1000);
		board.board().reset(ResetCause.PIN);
		String log = board.console().run(1000).read();
		assertTrue(log.contains("Failed to mount partition. Formatting... (app_main.c:94)"), log);
		assertEquals("thing_name=\"\"\r\n", board.console().command("conf get thing_name"));
	}

	@Test
	void volumeLivesAtItsPlaceInTheFlash() {
		TestBoard board = TestBoard.consoleOnly().boot();
		byte[] before = new byte[0xA0000];
		board.board().nor().read(0, before, 0, before.length);
		for (byte each : before) {
			assertEquals((byte) 0xFF, each);
		}
		byte[] magic = new byte[8];
		board.board().nor().read(0xA0000 + 8, magic, 0, magic.length);
		assertArrayEquals("littlefs".getBytes(StandardCharsets.US_ASCII), magic);
		byte[] behind = new byte[NorFlash.SECTOR];
		board.board().nor().read(0xA0000 + 1014 * 4096, behind, 0, behind.length);
		assertEquals((byte) 0xFF, behind[0]);
	}

	@Test
	void mountFailureStillReleasesTheTasks() {
		FirmwareContext context = TestBoard.consoleOnly().boot().context();
		assertEquals(SystemEvents.FS_READY, context.kernel().events().get() & SystemEvents.FS_READY);
	}

	@Test
	void sameSeedGivesTheSameRun() {
		assertEquals(transcript(7), transcript(7));
		assertNotEquals(transcript(7), transcript(8));
	}

	private static String transcript(long seed) {
		TestBoard board = TestBoard.seeded(seed).boot();
		board.console().command("pki generate key");
		board.console().command("pki generate cert");
		return board.console().all();
	}

	private static List<BoardEvent> resets(TestBoard board) {
		List<BoardEvent> resets = new ArrayList<>();
		board.board().addListener(event -> {
			if (event instanceof BoardEvent.Reset) {
				resets.add(event);
			}
		});
		return resets;
	}
}
