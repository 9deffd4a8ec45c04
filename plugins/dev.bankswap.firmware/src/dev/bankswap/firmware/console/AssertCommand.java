/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.util.List;

import dev.bankswap.firmware.log.Assertions;

/** {@code assert}: fails an assertion on purpose; the watchdog resets the board. */
final class AssertCommand implements Command {

	private final Assertions assertions;

	AssertCommand(Assertions assertions) {
		this.assertions = assertions;
	}

	@Override
	public String name() {
		return "assert";
	}

	@Override
	public String help() {
		return HelpText.of("assert\n   Cause a failed assertion.");
	}

	@Override
	public void execute(List<String> words, Terminal terminal, Runnable done) {
		throw assertions.fatal("cli_utils.c", 669);
	}
}
