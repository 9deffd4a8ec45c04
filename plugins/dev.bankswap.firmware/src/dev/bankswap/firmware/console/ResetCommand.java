/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.util.List;

/** {@code reset}: the message has no line end; 100 ms later the core is reset without any log line. */
final class ResetCommand implements Command {

	private static final long DELAY_MS = 100;

	private final Runnable reset;

	ResetCommand(Runnable reset) {
		this.reset = reset;
	}

	@Override
	public String name() {
		return "reset";
	}

	@Override
	public String help() {
		return HelpText.of("reset\n    Reset (reboot) the system.");
	}

	@Override
	public void execute(List<String> words, Terminal terminal, Runnable done) {
		terminal.print("Resetting device.");
		terminal.pause(DELAY_MS, reset);
	}
}
