/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

/** A failure of a call to the cloud; the message says what happened and what to do, and holds no secrets. */
public class CloudException extends Exception {
	private static final long serialVersionUID = 1L;
	private final CloudProblem problem;
	private final String service;
	private final String operation;
	private final String code;

	/**
	 * Makes a failure.
	 *
	 * @param problem what kind of failure this is
	 * @param service the service, for instance {@code iot}
	 * @param operation the operation, for instance {@code CreateThing}
	 * @param code the service's error code, or an empty text
	 * @param message what happened and what to do about it
	 */
	public CloudException(CloudProblem problem, String service, String operation, String code, String message) {
		super(message);
		this.problem = problem;
		this.service = service;
		this.operation = operation;
		this.code = code;
	}

	/**
	 * Tells the kind of failure.
	 *
	 * @return the kind
	 */
	public CloudProblem problem() {
		return problem;
	}

	/**
	 * Tells the service.
	 *
	 * @return for instance {@code iot}
	 */
	public String service() {
		return service;
	}

	/**
	 * Tells the operation.
	 *
	 * @return for instance {@code CreateThing}
	 */
	public String operation() {
		return operation;
	}

	/**
	 * Tells the service's own error code.
	 *
	 * @return the code, or an empty text if the service was not reached
	 */
	public String code() {
		return code;
	}
}
