/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.util.Base64;
import java.util.List;

import dev.bankswap.board.Rng;

/** {@code rngtest}: entropy blocks of 64 bytes, each in base64, without separators. */
final class RngTestCommand implements Command {

	private static final int BLOCK = 64;

	private static final long DEFAULT_BYTES = 2500;

	/** Collecting a block from the generator and hashing it. */
	private static final long BLOCK_MS = 1;

	private final Rng rng;

	RngTestCommand(Rng rng) {
		this.rng = rng;
	}

	@Override
	public String name() {
		return "rngtest";
	}

	@Override
	public String help() {
		return HelpText.of("rngtest <number of bytes>\n"
				+ "    Read the specified number of bytes from the rng and output them base64 encoded.");
	}

	@Override
	public void execute(List<String> words, Terminal terminal, Runnable done) {
		long bytes = words.size() > 1 ? number(words.get(1)) : DEFAULT_BYTES;
		block(bytes, terminal, done);
	}

	/** One block after the other, each when the console has taken the last one. */
	private void block(long missing, Terminal terminal, Runnable done) {
		if (missing <= 0) {
			terminal.print("\r\nDONE\r\n");
			done.run();
		} else {
			byte[] block = new byte[BLOCK];
			rng.nextBytes(block);
			terminal.print(Base64.getEncoder().encodeToString(block));
			terminal.pause(BLOCK_MS, () -> block(missing - BLOCK, terminal, done));
		}
	}

	/** {@code strtoul} base 0: hexadecimal with 0x, octal with a leading 0, and 0 for what is no number. */
	static long number(String text) {
		String digits = text;
		int radix = 10;
		if (text.startsWith("0x") || text.startsWith("0X")) {
			radix = 16;
			digits = text.substring(2);
		} else if (text.startsWith("0")) {
			radix = 8;
		}
		long number = 0;
		for (int at = 0; at < digits.length() && Character.digit(digits.charAt(at), radix) >= 0; at++) {
			number = Math.min(0xFFFF_FFFFL, number * radix + Character.digit(digits.charAt(at), radix));
		}
		return number;
	}
}
