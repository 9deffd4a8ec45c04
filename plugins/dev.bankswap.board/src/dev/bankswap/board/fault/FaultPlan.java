/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * What shall go wrong on a board. A value: the same plan on the same board with the same inputs gives the same run, byte for
 * byte.
 *
 * @param seed   decides which bits an interrupted operation leaves
 * @param faults in any order
 */
public record FaultPlan(long seed, List<Fault> faults) {

	/** Nothing goes wrong. */
	public static final FaultPlan NONE = new FaultPlan(0, List.of());

	/**
	 * Keeps a copy of the list.
	 *
	 * @param seed   decides which bits an interrupted operation leaves
	 * @param faults in any order
	 */
	public FaultPlan {
		faults = List.copyOf(faults);
	}

	/**
	 * A plan with the seed 0.
	 *
	 * @param faults what shall go wrong
	 * @return the plan
	 */
	public static FaultPlan of(Fault... faults) {
		return new FaultPlan(0, List.of(faults));
	}

	/**
	 * The plan that is needed most often.
	 *
	 * @param operation number of the operation
	 * @param moment    before, during or after it
	 * @return a plan with one power cut
	 */
	public static FaultPlan powerCut(long operation, Moment moment) {
		return of(new Fault.PowerCut(operation, moment));
	}

	/**
	 * A longer plan.
	 *
	 * @param fault what shall go wrong too
	 * @return a plan with all faults of this one and this fault
	 */
	public FaultPlan and(Fault fault) {
		List<Fault> all = new ArrayList<>(faults);
		all.add(fault);
		return new FaultPlan(seed, all);
	}
}
