/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorLogged.class)
class FaultPlanTest {

	@Test
	void aPlanIsAValue() {
		List<Fault> faults = new ArrayList<>(List.of(new Fault.PowerCut(3, Moment.DURING)));
		FaultPlan plan = new FaultPlan(0, faults);
		faults.clear();
		assertEquals(FaultPlan.powerCut(3, Moment.DURING), plan);
		FaultPlan longer = plan.and(new Fault.ByteLost(Line.TO_HOST, 0));
		assertEquals(1, plan.faults().size());
		assertEquals(FaultPlan.of(new Fault.PowerCut(3, Moment.DURING), new Fault.ByteLost(Line.TO_HOST, 0)), longer);
		assertThrows(UnsupportedOperationException.class, () -> longer.faults().clear());
	}

	@Test
	void impossibleFaultsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new Fault.PowerCut(-1, Moment.BEFORE));
		assertThrows(IllegalArgumentException.class, () -> new Fault.ByteLost(Line.TO_HOST, -1));
		assertThrows(IllegalArgumentException.class, () -> new Fault.EccDoubleError(0, Memory.NOR, 0));
		assertThrows(IndexOutOfBoundsException.class, () -> new Fault.EccDoubleError(0, Memory.BANK_1, 0x100000));
		assertThrows(IndexOutOfBoundsException.class, () -> new Fault.BitFlip(0, Memory.NOR, 64 << 20, 0));
		assertThrows(IndexOutOfBoundsException.class, () -> new Fault.BitFlip(0, Memory.NOR, 0, 8));
		assertThrows(IndexOutOfBoundsException.class, () -> new Fault.StuckSector(0, Memory.BANK_2, 128));
		assertThrows(IllegalArgumentException.class, () -> Memory.ofBank(3));
		assertEquals(Memory.BANK_2, Memory.ofBank(2));
	}
}
