/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

/** The errors of littlefs, with the numbers that the C implementation returns and the firmware logs. */
public enum LfsError {

	/** The device failed. */
	IO(-5),
	/** The volume is damaged, or there is none. */
	CORRUPT(-84),
	/** No such file or directory. */
	NOENT(-2),
	/** The entry exists already. */
	EXIST(-17),
	/** A part of the path is no directory. */
	NOTDIR(-20),
	/** The entry is a directory. */
	ISDIR(-21),
	/** The directory is not empty. */
	NOTEMPTY(-39),
	/** The volume or the file is closed, not open for this, or open already. */
	BADF(-9),
	/** The file is too large. */
	FBIG(-27),
	/** The volume or the path is of an unsupported kind. */
	INVAL(-22),
	/** No free block, or no room for an attribute. */
	NOSPC(-28),
	/** No memory. */
	NOMEM(-12),
	/** No such attribute. */
	NOATTR(-61),
	/** A name is too long. */
	NAMETOOLONG(-36);

	private final int code;

	LfsError(int code) {
		this.code = code;
	}

	/**
	 * Tells the number.
	 *
	 * @return the negative number of the C implementation
	 */
	public int code() {
		return code;
	}
}
