/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.util.List;

import dev.bankswap.formats.PkiObject;

/** The default labels of the {@code pki} command. */
final class PkiLabels {

	static final String PRIVATE_KEY = PkiObject.TLS_KEY_PRIV.label();

	static final String PUBLIC_KEY = PkiObject.TLS_KEY_PUB.label();

	static final String CERTIFICATE = PkiObject.TLS_CERT.label();

	static final String SIGNER_KEY = PkiObject.OTA_SIGNER_PUB.label();

	private static final int MAX_LENGTH = 32;

	private PkiLabels() {
	}

	/** The label at a position, cut to its greatest length, or the default if there is none. */
	static String at(List<String> labels, int position, String byDefault) {
		String label = labels.size() > position ? labels.get(position) : byDefault;
		return label.substring(0, Math.min(MAX_LENGTH, label.length()));
	}
}
