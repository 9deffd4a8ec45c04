/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.ota;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

/**
 * Reads the reason that the firmware gives for the end of an update: {@code aborted: 0xe4000000}, {@code rejected: 0x00000010} or
 * {@code 0x000000e3: 0x00ffb200}. An error of the platform layer ({@code OtaPalMainStatus_t}) is e0 to ee and stands in the top byte of the first
 * two forms, in the bottom byte of the third; any other small number is an error of the agent ({@code OtaErr_t}).
 */
public final class ReasonCode {
	private static final Pattern PREFIXED = Pattern.compile("(aborted|rejected): 0x([0-9a-fA-F]{8})"); //$NON-NLS-1$
	private static final Pattern PAIR = Pattern.compile("0x([0-9a-fA-F]{8}): 0x([0-9a-fA-F]{8})"); //$NON-NLS-1$
	private static final int FIRST_PAL = 0xE0;
	private static final int LAST_PAL = 0xEE;

	private ReasonCode() {
	}

	/**
	 * Explains a reason.
	 *
	 * @param reason as it stands in the status details
	 * @return what it means and what to do, or nothing if the firmware writes no such reason
	 */
	public static Optional<String> explain(String reason) {
		Matcher prefixed = PREFIXED.matcher(reason.strip());
		if (prefixed.matches()) {
			int value = Integer.parseUnsignedInt(prefixed.group(2), 16);
			int top = value >>> 24;
			return Optional.of(top >= FIRST_PAL && top <= LAST_PAL ? platform(top) : agent(value));
		}
		Matcher pair = PAIR.matcher(reason.strip());
		if (pair.matches()) {
			int main = Integer.parseUnsignedInt(pair.group(1), 16);
			return Optional.of(main >= FIRST_PAL && main <= LAST_PAL ? platform(main) : agent(main));
		}
		return Optional.empty();
	}

	private static String platform(int code) {
		return switch (code) {
		case 0xE1 -> Messages.pal_memory;
		case 0xE3 -> Messages.pal_signature;
		case 0xE4 -> Messages.pal_fileName;
		case 0xE5 -> Messages.pal_tooLarge;
		case 0xE7 -> Messages.pal_signerKey;
		case 0xE8 -> Messages.pal_imageState;
		case 0xE9, 0xEA, 0xEB -> Messages.pal_stateChange;
		case 0xEC -> Messages.pal_activate;
		default -> NLS.bind(Messages.pal_other, Integer.toHexString(code));
		};
	}

	private static String agent(int code) {
		return switch (code) {
		case 0 -> Messages.agent_none;
		case 12 -> Messages.agent_parser;
		case 14 -> Messages.agent_momentum;
		case 15 -> Messages.agent_lower;
		case 16 -> Messages.agent_same;
		case 17 -> Messages.agent_mismatch;
		case 19 -> Messages.agent_user;
		default -> NLS.bind(Messages.agent_other, Integer.toUnsignedString(code));
		};
	}
}
