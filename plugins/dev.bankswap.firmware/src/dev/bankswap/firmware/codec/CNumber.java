/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.codec;

/** Numbers as the C library reads them: what looks like one counts, anything else is 0. */
public final class CNumber {

	private static final long MAX_UNSIGNED = 0xFFFF_FFFFL;

	private CNumber() {
	}

	/**
	 * {@code strtoul} with base 10 on a 32-bit machine.
	 *
	 * @param text the text; what follows the digits is ignored
	 * @return 0 without digits, the largest number for too many
	 */
	public static long unsigned(String text) {
		String rest = text.stripLeading();
		boolean signed = rest.startsWith("-") || rest.startsWith("+");
		int at = signed ? 1 : 0;
		long number = 0;
		while (at < rest.length() && rest.charAt(at) >= '0' && rest.charAt(at) <= '9' && number <= MAX_UNSIGNED) {
			number = number * 10 + rest.charAt(at) - '0';
			at++;
		}
		if (number > MAX_UNSIGNED) {
			return MAX_UNSIGNED;
		}
		return rest.startsWith("-") ? -number & MAX_UNSIGNED : number;
	}
}
