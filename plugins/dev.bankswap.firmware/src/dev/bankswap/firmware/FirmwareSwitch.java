/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware;

/**
 * Where the public sources of the firmware differ or are known to be wrong: one switch a difference, with the variant that
 * X-CUBE-AWS-H5 V1.0.0 shows as default, unless its description says otherwise.
 */
public enum FirmwareSwitch {

	/**
	 * Certificates and CSRs carry an explicit NULL in the ECDSA AlgorithmIdentifier, as the real firmware writes it. Off by
	 * default, because current Python packages refuse such certificates.
	 */
	ECDSA_NULL_PARAMETER(false, "mbedTLS 3.1.0"),

	/** RSA is compiled in, and so is P-384. */
	RSA_AND_P384(false, "U5"),

	/** {@code conf set} joins the words of a value with single blanks; without it only the first word is taken. */
	CONF_SET_JOINS_WORDS(true, "X-CUBE V1.0.0"),

	/**
	 * The subscription mutex is never released when the broker resumes a session, and the next message that comes in blocks
	 * the MQTT task for ever. On by default, because a developer who meets it on the board must meet it here; AWS resumes
	 * sessions for an hour after the connection was lost, but not after a reset of the board, which begins a clean one.
	 */
	SESSION_PRESENT_DEADLOCK(true, "X-CUBE V1.0.0"),

	/** The tick in log lines wraps after 24 bits. */
	LOG_TICK_24_BITS(false, "U5");

	private final boolean byDefault;

	private final String source;

	FirmwareSwitch(boolean byDefault, String source) {
		this.byDefault = byDefault;
		this.source = source;
	}

	/**
	 * Returns the default.
	 *
	 * @return whether the switch is on unless somebody turns it off
	 */
	public boolean byDefault() {
		return byDefault;
	}

	/**
	 * Returns where the behaviour with the switch on was seen.
	 *
	 * @return the source
	 */
	public String source() {
		return source;
	}
}
