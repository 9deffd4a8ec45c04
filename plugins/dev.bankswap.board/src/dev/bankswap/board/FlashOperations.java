/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.function.BooleanSupplier;

/** Makes the operations of the internal flash, or says why the controller refuses them. */
final class FlashOperations {

	private final FlashBank[] banks;
	private final OptionBytes options;
	private final TimingProfile timing;
	private final BooleanSupplier executing;

	FlashOperations(FlashBank[] banks, OptionBytes options, TimingProfile timing, BooleanSupplier executing) {
		this.banks = banks;
		this.options = options;
		this.timing = timing;
		this.executing = executing;
	}

	CellOperation program(long mappedAddress, byte[] src, int off) throws FlashException {
		requireMapped(mappedAddress, InternalFlash.QUAD_WORD);
		if (mappedAddress % InternalFlash.QUAD_WORD != 0) {
			throw new FlashException(FlashError.NOT_ALIGNED, mappedAddress,
					String.format("0x%08X is no quad-word boundary", mappedAddress));
		}
		int physicalBank = mappedBank(mappedAddress);
		int offset = offset(mappedAddress);
		requireWritable(physicalBank, offset / InternalFlash.SECTOR_SIZE, 1);
		return new QuadWordProgram(bank(physicalBank), physicalBank, offset, src, off, timing.quadWord());
	}

	CellOperation eraseBank(int physicalBank) throws FlashException {
		requireNotExecuting(physicalBank);
		requireWritable(physicalBank, 0, InternalFlash.SECTORS);
		return new BankErase(bank(physicalBank), physicalBank, timing.bankErase());
	}

	CellOperation eraseSector(int physicalBank, int sector) throws FlashException {
		requireNotExecuting(physicalBank);
		requireWritable(physicalBank, sector, 1);
		return new SectorErase(bank(physicalBank), physicalBank, sector, timing.sectorErase());
	}

	CellOperation launchOptionBytes() {
		return new OptionBytesLaunch(options, timing.optionBytes());
	}

	void requireNotExecuting(int physicalBank) throws FlashException {
		if (executing.getAsBoolean() && physicalBank == activeBank()) {
			throw new FlashException(FlashError.EXECUTING_BANK, InternalFlash.LOW_BASE, "The core executes from bank "
					+ physicalBank + "; only the other bank can be erased");
		}
	}

	private void requireWritable(int physicalBank, int firstSector, int sectors) throws FlashException {
		if (options.anyProtected(physicalBank)) {
			for (int sector = firstSector; sector < firstSector + sectors; sector++) {
				if (options.isProtected(physicalBank, sector)) {
					throw new FlashException(FlashError.WRITE_PROTECTED, 0, "Sector " + sector + " of bank " + physicalBank
							+ " is write-protected by the option bytes");
				}
			}
		}
	}

	static void requireMapped(long address, int length) throws FlashException {
		if (address < InternalFlash.LOW_BASE || address + length > InternalFlash.HIGH_BASE + InternalFlash.BANK_SIZE) {
			throw new FlashException(FlashError.NO_SUCH_ADDRESS, address,
					String.format("There is no flash at 0x%08X, %d bytes", address, length));
		}
	}

	int activeBank() {
		return options.applied() ? 2 : 1;
	}

	int mappedBank(long address) {
		boolean low = address < InternalFlash.HIGH_BASE;
		return low ? activeBank() : 3 - activeBank();
	}

	static int offset(long address) {
		return (int) (address - InternalFlash.LOW_BASE) % InternalFlash.BANK_SIZE;
	}

	FlashBank bank(int physicalBank) {
		if (physicalBank != 1 && physicalBank != 2) {
			throw new IllegalArgumentException("There is no bank " + physicalBank + ", only 1 and 2");
		}
		return banks[physicalBank - 1];
	}
}
