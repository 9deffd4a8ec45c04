/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

/**
 * A refused request, with the error code and HTTP status that AWS uses for it.
 */
public class ServiceException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String code;

	private final int httpStatus;

	/**
	 * Creates a refusal.
	 *
	 * @param code the error code of the AWS service model, for instance {@code ResourceNotFoundException}
	 * @param httpStatus the HTTP status that belongs to it
	 * @param message what is wrong, for the caller
	 */
	public ServiceException(String code, int httpStatus, String message) {
		super(message);
		this.code = code;
		this.httpStatus = httpStatus;
	}

	/**
	 * The caller named something that does not exist.
	 *
	 * @param message what does not exist
	 * @return the exception, to be thrown
	 */
	public static ServiceException notFound(String message) {
		return new ServiceException("ResourceNotFoundException", 404, message);
	}

	/**
	 * The caller wants to create something that exists already.
	 *
	 * @param message what exists
	 * @return the exception, to be thrown
	 */
	public static ServiceException alreadyExists(String message) {
		return new ServiceException("ResourceAlreadyExistsException", 409, message);
	}

	/**
	 * The request breaks a rule of the service model.
	 *
	 * @param message which rule
	 * @return the exception, to be thrown
	 */
	public static ServiceException invalid(String message) {
		return new ServiceException("InvalidRequestException", 400, message);
	}

	/**
	 * The resource is still used by another one.
	 *
	 * @param message by what
	 * @return the exception, to be thrown
	 */
	public static ServiceException deleteConflict(String message) {
		return new ServiceException("DeleteConflictException", 409, message);
	}

	/**
	 * The job or execution is not in a state that allows this.
	 *
	 * @param message the state and what it does not allow
	 * @return the exception, to be thrown
	 */
	public static ServiceException invalidState(String message) {
		return new ServiceException("InvalidStateTransitionException", 409, message);
	}

	/**
	 * The error code.
	 *
	 * @return the code of the AWS service model
	 */
	public String code() {
		return code;
	}

	/**
	 * The HTTP status.
	 *
	 * @return a 4xx or 5xx status
	 */
	public int httpStatus() {
		return httpStatus;
	}
}
