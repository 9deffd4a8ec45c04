/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** {@code uptime}: the tick count as days and time. */
final class UptimeCommand implements Command {

	private static final long SECOND = 1000;

	private static final long MINUTE = 60 * SECOND;

	private static final long HOUR = 60 * MINUTE;

	private static final long DAY = 24 * HOUR;

	private final LongSupplier tick;

	UptimeCommand(LongSupplier tick) {
		this.tick = tick;
	}

	@Override
	public String name() {
		return "uptime";
	}

	@Override
	public String help() {
		return HelpText.of("uptime\n    Display system uptime.");
	}

	@Override
	public void execute(List<String> words, Terminal terminal, Runnable done) {
		long now = tick.getAsLong() & 0xFFFF_FFFFL;
		terminal.println(String.format(Locale.ROOT, "up %d day(s) %02d:%02d:%02d.%03d", now / DAY, now % DAY / HOUR,
				now % HOUR / MINUTE, now % MINUTE / SECOND, now % SECOND));
		done.run();
	}
}
