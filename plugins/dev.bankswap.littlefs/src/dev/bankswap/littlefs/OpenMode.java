/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

/** How a file is opened, as in the flags of the C implementation. One of the first three has to be among them. */
public enum OpenMode {

	/** For reading. */
	RDONLY,
	/** For writing. */
	WRONLY,
	/** For reading and writing. */
	RDWR,
	/** The file is created if it does not exist; it exists, empty, from then on. */
	CREAT,
	/** It is an error if the file exists. */
	EXCL,
	/** The content is dropped. */
	TRUNC,
	/** Every write goes to the end of the file. */
	APPEND
}
