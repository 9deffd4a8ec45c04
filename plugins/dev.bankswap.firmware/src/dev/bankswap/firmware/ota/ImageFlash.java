/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.util.Arrays;

import dev.bankswap.board.Board;
import dev.bankswap.board.FlashException;
import dev.bankswap.board.InternalFlash;
import dev.bankswap.firmware.kernel.EndlessLoop;
import dev.bankswap.firmware.log.Assertions;
import dev.bankswap.firmware.log.Logger;

/**
 * The flash operations of the PAL. Erasing names the physical bank, writing and reading the mapped address of the inactive
 * one; after a swap these are different things.
 */
final class ImageFlash {

	/** Smallest and largest image. */
	static final int MIN_SIZE = InternalFlash.QUAD_WORD;
	static final int MAX_SIZE = InternalFlash.BANK_SIZE;

	private static final String SOURCE = OtaPal.SOURCE;
	private static final int QUAD_WORD = InternalFlash.QUAD_WORD;
	private static final byte PADDING = (byte) 0xFF;

	private final Board board;
	private final InternalFlash flash;
	private final Logger log;
	private final Assertions assertions;
	private final int activeBank;

	ImageFlash(Board board, Logger log, Assertions assertions) {
		this.board = board;
		this.flash = board.flash();
		this.log = log;
		this.assertions = assertions;
		this.activeBank = flash.activeBank();
	}

	/** Returns the bank that the firmware runs from, as read once at boot. */
	int activeBank() {
		return activeBank;
	}

	/** Returns the other bank of a physical bank. */
	static int other(int bank) {
		return bank == 1 ? 2 : 1;
	}

	/** Erases a bank; an attempt on the own one is a failed assertion. */
	boolean erase(int bank) {
		if (bank == activeBank) {
			throw assertions.fatal(SOURCE, 420);
		}
		if (bank != 1 && bank != 2) {
			return eraseFailed();
		}
		flash.unlock();
		try {
			board.watchdog().refresh();
			flash.eraseBank(bank);
			return true;
		} catch (FlashException failure) {
			// the HAL's error code is not asked for
			return eraseFailed();
		} finally {
			flash.lock();
		}
	}

	/** Programs bytes of the image, padded to whole quad-words, and reads each one back. */
	boolean write(int offset, byte[] data, int length) {
		byte[] padded = Arrays.copyOf(data, (length + QUAD_WORD - 1) / QUAD_WORD * QUAD_WORD);
		Arrays.fill(padded, length, padded.length, PADDING);
		byte[] check = new byte[QUAD_WORD];
		flash.unlock();
		try {
			for (int at = 0; at < padded.length; at += QUAD_WORD) {
				board.watchdog().refresh();
				long address = InternalFlash.HIGH_BASE + offset + at;
				flash.programQuadWord(address, padded, at);
				flash.read(address, check, 0, QUAD_WORD);
				if (!Arrays.equals(check, 0, QUAD_WORD, padded, at, at + QUAD_WORD)) {
					return false;
				}
			}
			return true;
		} catch (FlashException failure) {
			// The PAL tells nothing but the number of bytes, which is then wrong.
			return false;
		} finally {
			flash.lock();
		}
	}

	/** Reads bytes of the image. A double error of the ECC ends in the NMI handler, which loops. */
	byte[] read(int offset, int length) {
		byte[] bytes = new byte[length];
		try {
			flash.read(InternalFlash.HIGH_BASE + offset, bytes, 0, length);
			return bytes;
		} catch (FlashException failure) {
			throw new EndlessLoop("NMI: " + failure.getMessage());
		}
	}

	/** Programs SWAP_BANK so that the next reset starts a bank, and launches the option bytes, which resets nothing. */
	boolean select(int bank) {
		flash.unlock();
		try {
			flash.programSwapBank(bank == 2);
		} catch (FlashException failure) {
			// the HAL's error code is not asked for
			return false;
		} finally {
			flash.lock();
		}
		log.sys(SOURCE, 571, "Option Byte Launch in progress.");
		log.dyingGasp();
		board.watchdog().refresh();
		flash.launchOptionBytes();
		return true;
	}

	private boolean eraseFailed() {
		log.error(SOURCE, 447, "Failed to erase the flash bank, errorCode = %d, pageError = %d.", 1, 0);
		return false;
	}
}
