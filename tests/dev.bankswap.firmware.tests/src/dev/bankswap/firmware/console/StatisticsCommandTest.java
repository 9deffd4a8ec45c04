/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.firmware.ConsoleSession;
import dev.bankswap.firmware.TestBoard;
import dev.bankswap.firmware.kernel.Heap;
import dev.bankswap.firmware.kernel.Kernel;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.kernel.TaskStatus;
import dev.bankswap.firmware.net.ProvisionedBoard;
import dev.bankswap.testing.NoErrorLogged;

/** ps and heapstat: formats byte for byte, contents from the model. */
@ExtendWith(NoErrorLogged.class)
class StatisticsCommandTest {

	private static final String RULE = "+----------------------------------------------------------------------------------+\r\n";
	private static final String HEADER = RULE + "| Task |   State   |    Task Name     |___Priority__| %CPU | Stack | Stack | Stack |\r\n"
			+ "|  ID  |           |                  | Base | Cur. |      | Alloc |  HWM  | Usage |\r\n" + RULE;

	private final TestBoard board = TestBoard.consoleOnly().boot();
	private final ConsoleSession console = board.console();

	@Test
	void aRowHasItsExactFormat() {
		assertEquals("|    7 | BLOCKED   | MQTTAgent        |  10  |  10  |   3% |  1024 |   168 |  83%  |",
				PsCommand.row(new TaskStatus(7, "MQTTAgent", TaskStatus.State.BLOCKED, 10, 300, 1024, 168), 100));
	}

	@Test
	void psListsTheTasksInKernelOrder() {
		String text = console.command("ps");
		assertTrue(text.matches("(?s)Total Runtime: \\d+\r\n.*"), text);
		assertEquals(HEADER, text.substring(text.indexOf('\n') + 1, text.indexOf('\n') + 1 + HEADER.length()));
		List<String> rows = Arrays.asList(text.substring(text.indexOf('\n') + 1 + HEADER.length()).split("\r\n"));
		assertTrue(rows.get(0).startsWith("|    4 | RUNNING   | cli              |  10  |  10  |"), rows.get(0));
		assertTrue(rows.get(1).startsWith("|    2 | READY     | IDLE             |   0  |   0  |"), rows.get(1));
		assertTrue(rows.get(2).startsWith("|    6 | BLOCKED   | uartTx           |  24  |  24  |"), rows.get(2));
		assertTrue(rows.get(3).startsWith("|    7 | BLOCKED   | Heartbeat        |   0  |   0  |"), rows.get(3));
		assertTrue(rows.contains(rows.stream().filter(each -> each.startsWith("|    1 | SUSPENDED | Init             |   8  |   8  |"))
				.findFirst().orElse("")), text);
		assertTrue(text.contains("|    5 | BLOCKED   | uartRx "), text);
		assertEquals(7, rows.size());
	}

	@Test
	void allTasksOfTheReferenceAreThere() {
		ProvisionedBoard device = new ProvisionedBoard().powerOn();
		ConsoleSession session = new ConsoleSession(device.board);
		device.run(20_000);
		String text = session.command("ps");
		for (String task : List.of("Init", "IDLE", "Tmr Svc", "cli", "uartRx", "uartTx", "Heartbeat", "MxNet", "MQTTAgent", "OTAUpdate",
				"Sense", "ShadowDevice", "AWSDefender", "lwIP", "MxData", "MxCtrl", "SockNotify", "OTAAgent")) {
			assertTrue(text.contains(" | " + task + " "), task + " is missing in " + text);
		}
		assertTrue(text.matches("(?s).*\\| IDLE             \\|   0  \\|   0  \\|  [89]\\d% .*"), text);
		assertTrue(text.matches("(?s).*\\| MQTTAgent        \\|  10  \\|  10  \\| +\\d+% \\|  1024 \\|   168 \\|  83%.*"), text);
	}

	@Test
	void theOrderFollowsPriorityWakeUpAndSuspension() {
		Kernel kernel = board.context().kernel();
		Task late = kernel.createTask("late", 3, 64);
		Task soon = kernel.createTask("soon", 2, 64);
		Task stopped = kernel.createTask("stopped", 9, 64);
		Task stuck = kernel.createTask("stuck", 9, 64);
		late.after(600_000, () -> {
			// far away
		});
		soon.after(500_000, () -> {
			// not so far
		});
		stopped.suspend();
		stuck.blockForever();
		String text = console.command("ps");
		assertTrue(text.indexOf("| soon ") < text.indexOf("| late "), text);
		assertTrue(text.indexOf("| late ") < text.indexOf("SUSPENDED | stopped "), text);
		assertTrue(text.indexOf("SUSPENDED | stopped ") < text.indexOf("BLOCKED   | stuck "), text);
	}

	@Test
	void aKilledTaskIsGoneAndItsMemoryFree() {
		Kernel kernel = board.context().kernel();
		int before = kernel.heap().free();
		Task task = kernel.createTask("victim", 1, 256);
		assertEquals(before - (256 * 4 + 8) - (172 + 8 + 4), kernel.heap().free());
		console.command("kill " + task.id());
		assertFalse(console.command("ps").contains("victim"));
		assertEquals(before, kernel.heap().free());
	}

	@Test
	void aTaskThatDeletesItselfIsFreedByTheIdleTask() {
		Kernel kernel = board.context().kernel();
		int before = kernel.heap().free();
		Task task = kernel.createTask("shortlived", 1, 256);
		task.run(() -> {
			task.delete();
			assertEquals(TaskStatus.State.DELETED, kernel.systemState().stream().filter(each -> "shortlived".equals(each.name()))
					.findFirst().orElseThrow().state());
		});
		console.run(10);
		assertEquals(before, kernel.heap().free());
	}

	@Test
	void heapstatHasItsExactFormat() {
		Heap heap = board.context().kernel().heap();
		String rule = "+--------------------------------------------------------+\r\n";
		String expected = rule + "| Metric           | Dec (Bytes) | Hex (Bytes) | % Total |\r\n"
				+ "|------------------|-------------|-------------|---------|\r\n" //
				+ "| Heap Total       | 307200      | 0x4B000     | 100 %   |\r\n" //
				+ row("Heap Free", heap.free()) + row("Min. Heap Free", heap.leastFree()) + row("Heap Alloc.", 307_200 - heap.free())
				+ row("Max. Heap Alloc.", 307_200 - heap.leastFree()) + rule;
		assertEquals(expected, console.command("heapstat"));
		assertEquals(expected, console.command("heapstat -b"));
		assertEquals(expected, console.command("heapstat -k --byte"));
	}

	@Test
	void unitsDivideTheDecimalColumnOnly() {
		assertTrue(console.command("heapstat -kxyz").contains("| Dec (KiB)   | Hex (Bytes) |"));
		assertTrue(console.command("heapstat -h").contains("| Heap Total       | 300         | 0x4B000     | 100 %   |"));
		assertTrue(console.command("heapstat --kilo").contains("| Heap Total       | 307         | 0x4B000     | 100 %   |"));
		assertTrue(console.command("heapstat --kilo").contains("| Dec (KB)    |"));
		assertTrue(console.command("heapstat -m").contains("| Heap Total       | 0           | 0x4B000     | 100 %   |"));
		assertTrue(console.command("heapstat --mega").contains("| Dec (MB)    |"));
	}

	@Test
	void badOptionsAreNamed() {
		assertEquals("Error: Unrecognized argument: -x\r\n", console.command("heapstat -x"));
		assertEquals("Error: Unrecognized argument: --bytes\r\n", console.command("heapstat --bytes"));
		assertTrue(console.command("heapstat -x -b").startsWith("Error: Unrecognized argument: -x\r\n+---"));
		assertTrue(console.command("heapstat nonsense").startsWith("Error: Unrecognized argument: nonsense\r\n+---"));
	}

	@Test
	void helpComesInTheOrderOfRegistration() {
		String all = console.command("help");
		int at = 0;
		for (String command : List.of("pki:\r\n", "ps\r\n    List the status of all running tasks and related runtime statistics.\r\n\n",
				"kill\r\n", "killall\r\n", "heapstat\r\n    heapstat [-b | --byte]\r\n", "reset\r\n")) {
			at = all.indexOf(command, at);
			assertTrue(at >= 0, command);
		}
	}

	@Test
	void importedCertificatesAreNeverGivenBack() {
		Heap heap = board.context().kernel().heap();
		int before = heap.free();
		console.command("pki generate key");
		console.command("pki generate cert");
		int afterFirst = heap.free();
		console.command("pki generate cert");
		assertTrue(before > afterFirst);
		assertEquals(64, afterFirst - heap.free(), "trap: the signing context leaks");
	}

	@Test
	void exhaustedMemoryEndsTheProgram() {
		Kernel kernel = board.context().kernel();
		Task task = kernel.createTask("greedy", 5, 128);
		task.run(() -> kernel.createTask("huge", 5, 100_000));
		console.run(12_000);
		assertTrue(console.all().contains("[greedy    ] Malloc failed (freertos_hooks.c:"));
		assertTrue(console.all().contains("IWDGRSTF: independent watchdog with pin reset"));
	}

	@Test
	void theSessionCostsMemoryWhileItLasts() {
		ProvisionedBoard device = new ProvisionedBoard().powerOn();
		ConsoleSession session = new ConsoleSession(device.board);
		device.run(20_000);
		int connected = freeBytes(session);
		device.broker.refusal = java.util.Optional.of("gone");
		device.broker.drop();
		device.runUntilLogged("Connecting to the mqtt broker failed.");
		assertTrue(freeBytes(session) > connected + 8_000);
	}

	private static int freeBytes(ConsoleSession session) {
		String text = session.command("heapstat");
		int at = text.indexOf("| Heap Free        | ") + "| Heap Free        | ".length();
		return Integer.parseInt(text.substring(at, text.indexOf(' ', at)));
	}

	private static String row(String metric, int bytes) {
		return String.format("| %-16s | %-11d | 0x%-9X | %3d %%   |\r\n", metric, bytes, bytes, bytes * 100L / 307_200);
	}
}
