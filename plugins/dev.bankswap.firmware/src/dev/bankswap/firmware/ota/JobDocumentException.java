/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.io.IOException;

/** A job message lacks something that the agent needs, or is no JSON. */
final class JobDocumentException extends IOException {

	private static final long serialVersionUID = 1L;

	JobDocumentException(String what) {
		super(what + " Correct the job document and create the job again.");
	}
}
