/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.operation;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

@NonNullByDefault({})
final class Messages extends NLS {
	public static String cancelled;

	static {
		NLS.initializeMessages("dev.bankswap.core.operation.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
