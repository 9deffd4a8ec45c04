/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.dump;

import java.util.Optional;

import dev.bankswap.board.Board;
import dev.bankswap.board.InternalFlash;
import dev.bankswap.board.Programmer;
import dev.bankswap.formats.dump.BoardMemory;
import dev.bankswap.formats.dump.OptionByteSettings;

/**
 * What a programmer reads from a board, as far as it was read. Banks are physical. The state of the ECC is not in it.
 *
 * @param bank1   1 MB
 * @param bank2   1 MB
 * @param nor     the external flash
 * @param options the option bytes
 */
public record BoardDump(Optional<byte[]> bank1, Optional<byte[]> bank2, Optional<NorDump> nor,
		Optional<OptionByteSettings> options) {

	/**
	 * Reads a simulated board; to be called on its simulation thread.
	 *
	 * @param board with power or without
	 * @return everything that survives a power cut
	 */
	public static BoardDump of(Board board) {
		Programmer probe = board.programmer();
		InternalFlash flash = board.flash();
		int norSize = Math.max(probe.usedNor(), BoardMemory.VOLUME_OFFSET + BoardMemory.VOLUME_SIZE);
		return new BoardDump(Optional.of(probe.readBank(1)), Optional.of(probe.readBank(2)),
				Optional.of(new NorDump(0, probe.readNor(0, norSize))), Optional.of(
						new OptionByteSettings(flash.swapBankCurrent(), flash.writable(1), flash.writable(2))));
	}

	/**
	 * Writes a simulated board; to be called on its simulation thread. What the dump does not contain stays as it is.
	 *
	 * @param board without power
	 */
	public void loadInto(Board board) {
		Programmer probe = board.programmer();
		bank1.ifPresent(bytes -> probe.writeBank(1, bytes));
		bank2.ifPresent(bytes -> probe.writeBank(2, bytes));
		nor.ifPresent(dump -> probe.writeNor(dump.offset(), dump.bytes()));
		options.ifPresent(bits -> probe.writeOptionBytes(bits.swapBank(), bits.writable1(), bits.writable2()));
	}

	/**
	 * Finds a bank.
	 *
	 * @param physicalBank 1 or 2
	 * @return its contents if they were read
	 */
	public Optional<byte[]> bank(int physicalBank) {
		return physicalBank == 1 ? bank1 : bank2;
	}
}
