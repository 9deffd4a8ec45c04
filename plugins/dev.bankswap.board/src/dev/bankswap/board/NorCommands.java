/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Arrays;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The command interface of the external NOR, for programs that use it without a driver. The chip starts in the one-line mode
 * (SPI), in which it is switched to the eight-line mode (OPI). It ignores what does not suit its mode, a program or erase
 * command without write enable, and everything but the status while it is busy; it reports none of this. A reset of the board
 * resets the chip too.
 */
public final class NorCommands {

	/** SPI: write enable. */
	public static final int SPI_WRITE_ENABLE = 0x06;
	/** SPI: read status. */
	public static final int SPI_READ_STATUS = 0x05;
	/** SPI: write configuration register 2; 1 at address 0 selects OPI. */
	public static final int SPI_WRITE_CONFIGURATION = 0x72;
	/** OPI: write enable. */
	public static final int OPI_WRITE_ENABLE = 0x06F9;
	/** OPI: write disable. */
	public static final int OPI_WRITE_DISABLE = 0x04FB;
	/** OPI: read status. */
	public static final int OPI_READ_STATUS = 0x05FA;
	/** OPI: read. */
	public static final int OPI_READ = 0xEC13;
	/** OPI: program a page. */
	public static final int OPI_PROGRAM = 0x12ED;
	/** OPI: erase a sector. */
	public static final int OPI_ERASE = 0x21DE;

	/** Status: write in progress. */
	public static final int WIP = 1;
	/** Status: write enable latch. */
	public static final int WEL = 1 << 1;

	private static final byte FLOATING = (byte) 0xFF;
	private static final int LAST_SPI = 0xFF;

	private final NorFlash nor;
	private final Operations operations;
	private boolean octal;
	private boolean writeEnabled;
	private Operations.@Nullable Pending pending;

	NorCommands(NorFlash nor, Operations operations) {
		this.nor = nor;
		this.operations = operations;
	}

	/**
	 * Sends a command without address and data.
	 *
	 * @param opcode write enable or write disable
	 */
	public void send(int opcode) {
		if (accepts(opcode)) {
			switch (opcode) {
				case SPI_WRITE_ENABLE, OPI_WRITE_ENABLE -> writeEnabled = true;
				case OPI_WRITE_DISABLE -> writeEnabled = false;
				default -> {
					// the chip does not know it
				}
			}
		}
	}

	/**
	 * Sends a command with an address and data.
	 *
	 * @param opcode  configuration, program or erase
	 * @param address where
	 * @param data    what to write; empty for erase
	 */
	public void send(int opcode, int address, byte[] data) {
		if (!accepts(opcode) || !writeEnabled) {
			return;
		}
		switch (opcode) {
			case SPI_WRITE_CONFIGURATION -> {
				octal = address == 0 && data.length == 1 && data[0] == 1;
				writeEnabled = false;
			}
			case OPI_PROGRAM -> start(nor.programOperation(address, data.clone(), 0, data.length));
			case OPI_ERASE -> start(nor.eraseOperation(address));
			default -> {
				// the chip does not know it
			}
		}
	}

	/**
	 * Sends a command that is answered.
	 *
	 * @param opcode  status or read
	 * @param address where; no matter for the status
	 * @param length  how many bytes
	 * @return the answer, all ones if the chip ignores the command
	 */
	public byte[] receive(int opcode, int address, int length) {
		byte[] answer = new byte[length];
		Arrays.fill(answer, FLOATING);
		if (octal ? opcode == OPI_READ_STATUS : opcode == SPI_READ_STATUS) {
			Arrays.fill(answer, (byte) status());
		} else if (accepts(opcode) && opcode == OPI_READ) {
			Objects.checkFromIndexSize(address, length, NorFlash.SIZE);
			nor.read(address, answer, 0, length);
		}
		return answer;
	}

	/** The running action waits for the operation under way. */
	void settle() {
		Operations.Pending running = pending;
		if (running != null) {
			running.await();
		}
	}

	void reset() {
		Operations.Pending running = pending;
		if (running != null) {
			running.abort();
		}
		pending = null;
		octal = false;
		writeEnabled = false;
	}

	private int status() {
		return (busy() ? WIP : 0) | (writeEnabled ? WEL : 0);
	}

	private boolean busy() {
		Operations.Pending running = pending;
		return running != null && running.busy();
	}

	private boolean accepts(int opcode) {
		return !busy() && octal == opcode > LAST_SPI;
	}

	private void start(CellOperation operation) {
		pending = operations.start(operation, () -> writeEnabled = false);
	}
}
