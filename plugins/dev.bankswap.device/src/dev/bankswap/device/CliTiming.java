/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

import java.time.Duration;

/**
 * How long the client waits for what. These are limits, not pauses: the client goes on as soon as the device has answered.
 *
 * @param prompt until a prompt appears when the console is synchronised
 * @param answer until a command has answered completely
 * @param echo until a pasted line is echoed
 * @param boot until the prompt appears after a reset
 * @param attempts how often a step is tried when characters were lost on the wire
 */
public record CliTiming(Duration prompt, Duration answer, Duration echo, Duration boot, int attempts) {
	/**
	 * Returns limits that suit a board at 115200 baud with log output in between.
	 *
	 * @return the limits
	 */
	public static CliTiming defaults() {
		return new CliTiming(Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofSeconds(2), Duration.ofSeconds(15), 3);
	}
}
