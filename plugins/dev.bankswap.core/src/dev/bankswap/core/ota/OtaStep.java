/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.ota;

import dev.bankswap.core.operation.StepId;

/** The steps of launching and following an update, in their order. */
public enum OtaStep implements StepId {
	/** Checks what would fail on the board. */
	PREFLIGHT(Messages.step_preflight),
	/** Checks the credentials and finds the thing. */
	ACCOUNT(Messages.step_account),
	/** Makes sure of the bucket. */
	BUCKET(Messages.step_bucket),
	/** Makes sure of the service role. */
	ROLE(Messages.step_role),
	/** Signs the image, or makes sure that AWS Signer can. */
	SIGN(Messages.step_sign),
	/** Uploads the image. */
	UPLOAD(Messages.step_upload),
	/** Creates the update and waits for its job. */
	CREATE(Messages.step_create),
	/** Follows the job execution to its end. */
	FOLLOW(Messages.step_follow);

	private final String label;

	OtaStep(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return label;
	}
}
