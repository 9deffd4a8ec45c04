/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.signing;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

@NonNullByDefault({})
final class Messages extends NLS {
	static String cannot_generate;
	static String cannot_issue;
	static String cannot_sign;
	static String certificate_otherKey;
	static String certificate_unreadable;
	static String console_found;
	static String key_encrypted;
	static String key_imported;
	static String key_notP256;
	static String key_same;
	static String key_unreadable;
	static String operation;
	static String step_console;
	static String step_import;

	static {
		NLS.initializeMessages("dev.bankswap.core.signing.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
