/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import dev.bankswap.board.fault.Fault;
import dev.bankswap.board.fault.FaultPlan;
import dev.bankswap.board.fault.Line;
import dev.bankswap.board.fault.Memory;
import dev.bankswap.board.fault.Moment;
import org.eclipse.jdt.annotation.Nullable;

/** Counts operations and bytes, and lets the faults of a plan strike when it is their turn. */
final class FaultInjector {

	/** Of SplitMix64: neighbouring seeds would give related numbers. */
	private static final long STEP = 0x9E3779B97F4A7C15L;
	private static final long MIX = 0xBF58476D1CE4E5B9L;

	private final Scheduler scheduler;
	private final EventHub events;
	private final Map<Memory, Cells> memories;
	private final Map<Long, List<Fault>> due = new HashMap<>();
	private final Map<Line, Set<Long>> lostBytes = new EnumMap<>(Line.class);
	private final long[] bytes = new long[Line.values().length];
	private FaultPlan plan = FaultPlan.NONE;
	private long operations;

	FaultInjector(Scheduler scheduler, EventHub events, Map<Memory, Cells> memories) {
		this.scheduler = scheduler;
		this.events = events;
		this.memories = memories;
	}

	/** Replaces the plan and counts anew. Sectors that were stuck work again. */
	void use(FaultPlan replacement) {
		plan = replacement;
		operations = 0;
		Arrays.fill(bytes, 0);
		due.clear();
		lostBytes.clear();
		memories.values().forEach(Cells::heal);
		for (Fault fault : replacement.faults()) {
			if (fault instanceof Fault.ByteLost lost) {
				lostBytes.computeIfAbsent(lost.line(), line -> new HashSet<>()).add(lost.index());
			} else {
				due.computeIfAbsent(operation(fault), number -> new ArrayList<>()).add(fault);
			}
		}
	}

	FaultPlan plan() {
		return plan;
	}

	long operations() {
		return operations;
	}

	/** The next operation begins. Tells when the power is cut, if it is. */
	@Nullable Moment next() {
		long number = operations++;
		if (due.isEmpty()) {
			return null;
		}
		Moment cut = null;
		List<Fault> faults = due.getOrDefault(number, List.of());
		for (Fault fault : faults) {
			events.emit(new BoardEvent.FaultStruck(scheduler.now(), fault));
			if (fault instanceof Fault.PowerCut power) {
				cut = power.moment();
			} else {
				strike(fault);
			}
		}
		return cut;
	}

	/** Random numbers for the operation that began last. */
	Random random() {
		return random(operations - 1);
	}

	Random random(long operation) {
		long state = (plan.seed() + (operation + 1) * STEP) * MIX;
		return new Random((state ^ state >>> Integer.SIZE) * MIX);
	}

	/** What arrives of bytes on the wire. */
	byte[] transfer(Line line, byte[] data) {
		long first = bytes[line.ordinal()];
		bytes[line.ordinal()] += data.length;
		Set<Long> lost = lostBytes.get(line);
		return lost == null ? data : without(line, data, first, lost);
	}

	private byte[] without(Line line, byte[] data, long first, Set<Long> lost) {
		byte[] kept = new byte[data.length];
		int count = 0;
		for (int i = 0; i < data.length; i++) {
			if (lost.contains(first + i)) {
				events.emit(new BoardEvent.FaultStruck(scheduler.now(), new Fault.ByteLost(line, first + i)));
			} else {
				kept[count++] = data[i];
			}
		}
		return Arrays.copyOf(kept, count);
	}

	private void strike(Fault fault) {
		if (fault instanceof Fault.BitFlip flip) {
			cells(flip.memory()).flip(flip.address(), flip.bit());
		} else if (fault instanceof Fault.EccDoubleError error) {
			cells(error.memory()).spoil(error.address());
		} else if (fault instanceof Fault.StuckSector stuck) {
			cells(stuck.memory()).stick(stuck.sector());
		}
	}

	private static long operation(Fault fault) {
		if (fault instanceof Fault.PowerCut power) {
			return power.operation();
		} else if (fault instanceof Fault.BitFlip flip) {
			return flip.operation();
		} else if (fault instanceof Fault.EccDoubleError error) {
			return error.operation();
		} else if (fault instanceof Fault.StuckSector stuck) {
			return stuck.operation();
		}
		throw new IllegalArgumentException("This fault belongs to no operation: " + fault);
	}

	private Cells cells(Memory memory) {
		return Objects.requireNonNull(memories.get(memory));
	}
}
