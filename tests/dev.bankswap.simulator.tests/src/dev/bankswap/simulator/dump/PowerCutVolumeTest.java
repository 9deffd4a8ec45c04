/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.bankswap.board.Board;
import dev.bankswap.board.CoreStopped;
import dev.bankswap.board.PersistentState;
import dev.bankswap.board.fault.Fault;
import dev.bankswap.board.fault.FaultPlan;
import dev.bankswap.board.fault.Moment;
import dev.bankswap.firmware.fs.NorBlockDevice;
import dev.bankswap.formats.KeyValueRecord;
import dev.bankswap.littlefs.Geometry;
import dev.bankswap.littlefs.LittleFs;
import dev.bankswap.simulator.demo.SampleFirmware;
import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The power is cut at every flash operation of a few commits of the settings; what is left is inspected. */
@ExtendWith(NoErrorLogged.class)
class PowerCutVolumeTest {

	private static final int COMMITS = 4;

	private final Board board;
	private final PersistentState before;
	private final DumpInspector inspector;

	PowerCutVolumeTest() throws IOException {
		board = TestDumps.provisioned();
		commit(0);
		before = board.snapshot();
		inspector = new DumpInspector(SampleFirmware.load().catalog());
	}

	@Test
	void theNameIsOldOrNewWhereverThePowerIsCut() throws IOException {
		board.inject(FaultPlan.NONE);
		run();
		long operations = board.operations();
		assertTrue(operations >= COMMITS, "only " + operations + " operations");
		for (Moment moment : Moment.values()) {
			Set<String> seen = new TreeSet<>();
			for (long operation = 0; operation < operations; operation++) {
				seen.add(nameAfterCut(operation, moment));
			}
			assertTrue(seen.size() > COMMITS / 2, seen::toString);
		}
	}

	private String nameAfterCut(long operation, Moment moment) throws IOException {
		board.restore(before);
		board.inject(new FaultPlan(operation, List.of(new Fault.PowerCut(operation, moment))));
		int committed = run();
		DumpReport.Volume volume = inspector.inspect(BoardDump.of(board)).volume().orElseThrow();
		assertTrue(volume.mounts() && volume.problems().isEmpty(), () -> operation + " " + moment + ": " + volume);
		String name = volume.files().stream().filter(item -> item.path().equals("/cfg/thing_name")).findFirst().orElseThrow().meaning();
		String old = '"' + name(committed) + '"';
		String fresh = '"' + name(committed + 1) + '"';
		assertTrue(name.equals(old) || name.equals(fresh), () -> operation + " " + moment + ": " + name + ", not " + old + " or " + fresh);
		assertEquals("8883", volume.files().stream().filter(item -> item.path().equals("/cfg/mqtt_port")).findFirst().orElseThrow().meaning());
		return name;
	}

	/** Tells how many commits returned. */
	private int run() throws IOException {
		int committed = 0;
		try {
			while (committed < COMMITS) {
				commit(committed + 1);
				committed++;
			}
		} catch (CoreStopped e) {
			assertEquals("power cut", e.getMessage());
		}
		return committed;
	}

	private void commit(int number) throws IOException {
		try (LittleFs volume = LittleFs.mount(new NorBlockDevice(board.nor()), Geometry.FIRMWARE)) {
			volume.writeFile("/cfg/thing_name", KeyValueRecord.string(name(number)));
		}
	}

	private static String name(int number) {
		return "name-" + number + "-".repeat(number * 20);
	}
}
