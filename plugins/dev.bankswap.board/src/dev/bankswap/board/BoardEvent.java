/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import dev.bankswap.board.fault.Fault;

/** Something visible that happened on a board. Banks are physical and counted from 1. */
public sealed interface BoardEvent {

	/**
	 * When it happened.
	 *
	 * @return simulated nanoseconds
	 */
	long time();

	/**
	 * A bank of the internal flash was erased.
	 *
	 * @param time when
	 * @param bank physical bank
	 */
	record BankErased(long time, int bank) implements BoardEvent {
	}

	/**
	 * A sector of the internal flash was erased.
	 *
	 * @param time   when
	 * @param bank   physical bank
	 * @param sector number in the bank
	 */
	record SectorErased(long time, int bank, int sector) implements BoardEvent {
	}

	/**
	 * A quad-word of the internal flash was programmed.
	 *
	 * @param time   when
	 * @param bank   physical bank
	 * @param offset of its first byte in the bank
	 */
	record QuadWordProgrammed(long time, int bank, int offset) implements BoardEvent {
	}

	/**
	 * A programmer or debugger replaced the contents of a bank.
	 *
	 * @param time when
	 * @param bank physical bank
	 * @param size bytes of the image
	 */
	record ImageLoaded(long time, int bank, int size) implements BoardEvent {
	}

	/**
	 * The option bytes were written; the next reset applies them.
	 *
	 * @param time     when
	 * @param swapBank the bit SWAP_BANK
	 */
	record OptionByteProgrammed(long time, boolean swapBank) implements BoardEvent {
	}

	/**
	 * The core went into reset.
	 *
	 * @param time  when
	 * @param cause why
	 */
	record Reset(long time, ResetCause cause) implements BoardEvent {
	}

	/**
	 * The core found a program and starts it.
	 *
	 * @param time when
	 * @param bank physical bank that it runs from
	 */
	record Booted(long time, int bank) implements BoardEvent {
	}

	/**
	 * The core found no program that it could start. It stays silent until the next reset.
	 *
	 * @param time   when
	 * @param bank   physical bank mapped at the boot address
	 * @param reason what is wrong with its contents
	 */
	record BootFailed(long time, int bank, String reason) implements BoardEvent {
	}

	/**
	 * The program did something that ends in its fault handler. The core stays silent until the next reset.
	 *
	 * @param time  when
	 * @param cause what the program did
	 */
	record FirmwareFault(long time, Throwable cause) implements BoardEvent {
	}

	/**
	 * The supply went away.
	 *
	 * @param time when
	 */
	record PoweredOff(long time) implements BoardEvent {
	}

	/**
	 * Bytes of the external NOR were programmed.
	 *
	 * @param time    when
	 * @param address of the first one
	 * @param len     how many
	 */
	record NorProgrammed(long time, int address, int len) implements BoardEvent {
	}

	/**
	 * A sector of the external NOR was erased.
	 *
	 * @param time    when
	 * @param address of its first byte
	 */
	record NorErased(long time, int address) implements BoardEvent {
	}

	/**
	 * An LED went on or off.
	 *
	 * @param time when
	 * @param led  which
	 * @param lit  true if it is on now
	 */
	record LedChanged(long time, Led led, boolean lit) implements BoardEvent {
	}

	/**
	 * The user button was pressed or released.
	 *
	 * @param time    when
	 * @param pressed true if it is down now
	 */
	record ButtonChanged(long time, boolean pressed) implements BoardEvent {
	}

	/**
	 * The receiver of the console was full, and bytes were lost.
	 *
	 * @param time when
	 * @param lost how many
	 */
	record UartOverrun(long time, int lost) implements BoardEvent {
	}

	/**
	 * A planned fault struck.
	 *
	 * @param time  when
	 * @param fault which
	 */
	record FaultStruck(long time, Fault fault) implements BoardEvent {
	}
}
