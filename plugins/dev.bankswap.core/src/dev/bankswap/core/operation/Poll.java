/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.operation;

import java.time.Duration;

/**
 * How often to ask: soon at first, then less and less often, up to a limit.
 *
 * @param first pause after the first question
 * @param longest pause that is not exceeded
 * @param limit how long to go on asking; all pauses together
 */
public record Poll(Duration first, Duration longest, Duration limit) {
	/**
	 * Computes the pause that follows another one.
	 *
	 * @param pause the last pause
	 * @return half as long again, at most the longest
	 */
	public Duration next(Duration pause) {
		Duration longer = pause.multipliedBy(3).dividedBy(2);
		return longer.compareTo(longest) > 0 ? longest : longer;
	}
}
