/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.signing;

import dev.bankswap.core.operation.StepId;

/** The steps of importing a code-signing key. */
public enum SigningKeyStep implements StepId {
	/** Brings the console to an empty command line. */
	CONSOLE(Messages.step_console),
	/** Imports the public key and reads it back. */
	IMPORT(Messages.step_import);

	private final String label;

	SigningKeyStep(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return label;
	}
}
