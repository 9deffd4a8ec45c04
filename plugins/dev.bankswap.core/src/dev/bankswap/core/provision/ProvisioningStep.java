/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import dev.bankswap.core.operation.StepId;

/** The steps of provisioning, in their order. */
public enum ProvisioningStep implements StepId {
	/** Brings the console to an empty command line and reads what the board has. */
	CONSOLE(Messages.step_console),
	/** Checks the credentials and finds the endpoint. */
	ACCOUNT(Messages.step_account),
	/** Sets and commits the values that differ. */
	CONFIGURATION(Messages.step_configuration),
	/** Imports the root certificate. */
	ROOT_CA(Messages.step_rootCa),
	/** Makes the board generate its key pair. */
	KEY(Messages.step_key),
	/** Makes the board issue its certificate, and checks it. */
	CERTIFICATE(Messages.step_certificate),
	/** Creates the thing. */
	THING(Messages.step_thing),
	/** Registers the certificate. */
	REGISTRATION(Messages.step_registration),
	/** Attaches the certificate to the thing. */
	ATTACH_THING(Messages.step_attachThing),
	/** Creates the policy. */
	POLICY(Messages.step_policy),
	/** Attaches the policy to the certificate. */
	ATTACH_POLICY(Messages.step_attachPolicy),
	/** Resets the board, so that it reads its new configuration. */
	RESET(Messages.step_reset),
	/** Waits until the board has connected. */
	CONNECTION(Messages.step_connection);

	private final String label;

	ProvisioningStep(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return label;
	}
}
