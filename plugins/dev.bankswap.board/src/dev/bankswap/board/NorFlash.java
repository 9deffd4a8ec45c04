/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Objects;

import dev.bankswap.board.memory.PagedMemory;

/**
 * The external NOR flash MX25LM51245G. Programming only clears bits and wraps at the end of the page; erasing sets all bits
 * of a sector. An operation keeps the running action busy for its time.
 */
public final class NorFlash {

	/** Bytes of the flash. */
	public static final int SIZE = 64 << 20;

	/** Bytes of a sector, the smallest unit that can be erased. */
	public static final int SECTOR = 4096;

	/** Bytes of a page, the most that one operation can program. */
	public static final int PAGE = 256;

	private final TimingProfile timing;
	private final NorCells cells;
	private final Operations operations;
	private final NorCommands commands;

	NorFlash(TimingProfile timing, NorCells cells, Operations operations) {
		this.timing = timing;
		this.cells = cells;
		this.operations = operations;
		commands = new NorCommands(this, operations);
	}

	/**
	 * The command interface of the chip, for programs that use it without a driver.
	 *
	 * @return opcodes, status register, write enable
	 */
	public NorCommands commands() {
		return commands;
	}

	/**
	 * Reads bytes.
	 *
	 * @param address where to start
	 * @param dst     receives the bytes
	 * @param off     index of the first byte in it
	 * @param len     how many bytes
	 */
	public void read(int address, byte[] dst, int off, int len) {
		Objects.checkFromIndexSize(off, len, dst.length);
		commands.settle();
		cells.read(address, dst, off, len);
	}

	/**
	 * Programs bytes of one page. Bytes behind the end of the page go to its start, and of more than a page only the last
	 * {@link #PAGE} bytes count, as the chip's buffer works.
	 *
	 * @param address of the first byte
	 * @param src     the bytes
	 * @param off     index of the first one
	 * @param len     how many
	 */
	public void programPage(int address, byte[] src, int off, int len) {
		CellOperation operation = programOperation(address, src, off, len);
		commands.settle();
		operations.run(operation);
	}

	/**
	 * Erases a sector.
	 *
	 * @param address anywhere in it
	 */
	public void eraseSector(int address) {
		CellOperation operation = eraseOperation(address);
		commands.settle();
		operations.run(operation);
	}

	/** Erases the whole chip as a programmer does: at once, and without the core noticing. */
	public void eraseAll() {
		cells.clear();
	}

	CellOperation programOperation(int address, byte[] src, int off, int len) {
		Objects.checkFromIndexSize(off, len, src.length);
		Objects.checkIndex(address, SIZE);
		return new NorProgram(cells, address, src, off, len, timing.norPageProgram());
	}

	CellOperation eraseOperation(int address) {
		Objects.checkIndex(address, SIZE);
		return new NorErase(cells, address / SECTOR, timing.norSectorErase());
	}

	void reset() {
		commands.reset();
	}

	PagedMemory.Snapshot snapshot() {
		return cells.snapshot();
	}

	void restore(PagedMemory.Snapshot state) {
		cells.restore(state);
	}
}
