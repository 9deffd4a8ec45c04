/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Objects;

/**
 * What a debug probe does to the memories: at once, without the core noticing, and without the state of the ECC, which a dump
 * does not contain. Banks are physical.
 */
public final class Programmer {

	private final InternalFlash flash;
	private final FlashBank[] banks;
	private final NorCells nor;
	private final Scheduler scheduler;
	private final EventHub events;
	private final Cpu cpu;

	Programmer(InternalFlash flash, FlashBank[] banks, NorCells nor, Scheduler scheduler, EventHub events, Cpu cpu) {
		this.flash = flash;
		this.banks = banks;
		this.nor = nor;
		this.scheduler = scheduler;
		this.events = events;
		this.cpu = cpu;
	}

	/**
	 * Dumps a bank.
	 *
	 * @param physicalBank 1 or 2
	 * @return the whole bank
	 */
	public byte[] readBank(int physicalBank) {
		return flash.readBank(physicalBank, 0, InternalFlash.BANK_SIZE);
	}

	/**
	 * Replaces a bank by a dump. Quad-words that look erased are taken to be.
	 *
	 * @param physicalBank 1 or 2
	 * @param dump         the whole bank
	 */
	public void writeBank(int physicalBank, byte[] dump) {
		if (dump.length != InternalFlash.BANK_SIZE) {
			throw new IllegalArgumentException(
					"The dump has " + dump.length + " bytes, but a bank has " + InternalFlash.BANK_SIZE);
		}
		Objects.checkIndex(physicalBank - 1, banks.length);
		banks[physicalBank - 1].loadDump(dump);
		events.emit(new BoardEvent.ImageLoaded(scheduler.now(), physicalBank, flash.programmedBytes(physicalBank)));
	}

	/**
	 * Dumps part of the external NOR.
	 *
	 * @param address where to start
	 * @param length  how many bytes
	 * @return a copy
	 */
	public byte[] readNor(int address, int length) {
		Objects.checkFromIndexSize(address, length, NorFlash.SIZE);
		byte[] dump = new byte[length];
		nor.read(address, dump, 0, length);
		return dump;
	}

	/**
	 * Replaces part of the external NOR.
	 *
	 * @param address start of a sector
	 * @param dump    the new contents; the rest of the last sector is erased
	 */
	public void writeNor(int address, byte[] dump) {
		Objects.checkFromIndexSize(address, dump.length, NorFlash.SIZE);
		if (address % NorFlash.SECTOR != 0) {
			throw new IllegalArgumentException(String.format("0x%08X is not the start of a sector", address));
		}
		nor.load(address, dump);
	}

	/**
	 * How far the external NOR is used.
	 *
	 * @return offset behind the last sector that may not be erased
	 */
	public int usedNor() {
		return nor.lastUsed();
	}

	/**
	 * The option bytes as they are stored.
	 *
	 * @return true if the next reset starts from bank 2
	 */
	public boolean swapBank() {
		return flash.swapBankCurrent();
	}

	/**
	 * Replaces the option bytes. A running core has to be reset for the mapping to follow.
	 *
	 * @param swapBank  true to start from bank 2
	 * @param writable1 write protection of bank 1, a bit for every four sectors: 0 protects them
	 * @param writable2 the same for bank 2
	 */
	public void writeOptionBytes(boolean swapBank, int writable1, int writable2) {
		flash.loadOptionBytes(new OptionBytes.Values(swapBank, writable1, writable2), !cpu.running());
	}
}
