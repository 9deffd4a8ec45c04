/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.signing;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

@NonNullByDefault({})
final class Messages extends NLS {
	public static String cannot_generate;
	public static String cannot_issue;
	public static String cannot_sign;
	public static String certificate_otherKey;
	public static String certificate_unreadable;
	public static String console_found;
	public static String key_encrypted;
	public static String key_imported;
	public static String key_notP256;
	public static String key_same;
	public static String key_unreadable;
	public static String operation;
	public static String step_console;
	public static String step_import;

	static {
		NLS.initializeMessages("dev.bankswap.core.signing.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
