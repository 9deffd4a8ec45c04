/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

/** Why the internal flash refused an access. */
public enum FlashError {

	/** The control register is locked. */
	LOCKED,
	/** A program operation needs a quad-word boundary. */
	NOT_ALIGNED,
	/** No flash cell has this address. */
	NO_SUCH_ADDRESS,
	/** The bank to be erased is the one that the core executes from. */
	EXECUTING_BANK,
	/** A quad-word that was programmed twice was read: ECC double error, which is an NMI on the core. */
	ECC_DOUBLE_ERROR,
	/** The option bytes protect the sector, or a sector of the bank, against program and erase. */
	WRITE_PROTECTED,
	/** The address must not be read through the cache. */
	BUS_FAULT
}
