/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.kernel;

/**
 * What the kernel knows about a task ({@code TaskStatus_t}).
 *
 * @param id          task number
 * @param name        name
 * @param state       its state
 * @param priority    its priority, base and current
 * @param runTime     how long it had the processor, in units of the run-time counter
 * @param stackWords  stack as given at creation, in words
 * @param unusedWords words of the stack that were never used
 */
public record TaskStatus(int id, String name, State state, int priority, long runTime, int stackWords, int unusedWords) {

	/** The states of a task. */
	public enum State {

		/** It has the processor. */
		RUNNING,
		/** It could run if it had the processor. */
		READY,
		/** It waits, perhaps for ever. */
		BLOCKED,
		/** Somebody has suspended it. */
		SUSPENDED,
		/** It is deleted, but its memory is not freed yet. */
		DELETED
	}
}
