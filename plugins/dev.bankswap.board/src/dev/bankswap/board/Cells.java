/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

/** What a fault can do to a memory. */
interface Cells {

	/**
	 * A cell changes its value.
	 *
	 * @param address of the byte
	 * @param bit     0 to 7
	 */
	void flip(int address, int bit);

	/**
	 * A sector keeps its contents from now on.
	 *
	 * @param sector its number
	 */
	void stick(int sector);

	/** All sectors work again. */
	void heal();

	/**
	 * What is stored at the address cannot be read any more.
	 *
	 * @param address of one of the bytes
	 */
	void spoil(int address);
}
