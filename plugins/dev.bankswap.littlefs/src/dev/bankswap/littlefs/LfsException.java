/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.io.IOException;

/** An operation on a volume failed. */
public class LfsException extends IOException {

	private static final long serialVersionUID = 1L;

	private final LfsError error;
	private final String path;

	/**
	 * Creates the exception for the volume as a whole.
	 *
	 * @param error the kind of error
	 * @param message what happened
	 */
	public LfsException(LfsError error, String message) {
		this(error, "", message);
	}

	/**
	 * Creates the exception for one path.
	 *
	 * @param error the kind of error
	 * @param path the path that was asked for
	 * @param message what happened
	 */
	public LfsException(LfsError error, String path, String message) {
		super(path.isEmpty() ? message : path + ": " + message);
		this.error = error;
		this.path = path;
	}

	/**
	 * Tells the kind of error.
	 *
	 * @return the error
	 */
	public LfsError error() {
		return error;
	}

	/**
	 * Tells the path.
	 *
	 * @return the path that was asked for, empty if the volume as a whole failed
	 */
	public String path() {
		return path;
	}

	/** Tells the same with the path that was asked for, unless it is there already. */
	LfsException at(String asked) {
		if (asked.isEmpty() || !path.isEmpty()) {
			return this;
		}
		LfsException located = new LfsException(error, asked, getMessage());
		located.initCause(this);
		return located;
	}
}
