/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.operation;

/**
 * What a step came to.
 *
 * @param changed whether it changed anything
 * @param evidence what shows that what it wants is there; never a secret
 */
public record StepResult(boolean changed, String evidence) {
	/**
	 * The step changed something.
	 *
	 * @param evidence what shows it
	 * @return the result
	 */
	public static StepResult done(String evidence) {
		return new StepResult(true, evidence);
	}

	/**
	 * What the step wants was there before.
	 *
	 * @param evidence what shows it
	 * @return the result
	 */
	public static StepResult found(String evidence) {
		return new StepResult(false, evidence);
	}
}
