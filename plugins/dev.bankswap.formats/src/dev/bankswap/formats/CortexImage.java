/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The STM32H573's memory map, and the check that bytes at the start of a bank would be started by its Cortex-M33. */
final class CortexImage {

	static final long FLASH_BASE = 0x08000000L;
	static final int BANK_SIZE = 0x100000;
	/** The OTA PAL refuses less. */
	static final int MIN_SIZE = 16;

	private static final long SRAM_BASE = 0x20000000L;
	private static final long SRAM_END = 0x200A0000L;

	private static final String REMEDY = "Give the .elf or .bin that was linked for the STM32H573 at 0x08000000";

	private CortexImage() {
	}

	static void check(String name, byte[] binary) throws ImageFormatException {
		checkSize(name, binary.length);
		ByteBuffer vectors = ByteBuffer.wrap(binary).order(ByteOrder.LITTLE_ENDIAN);
		long stack = vectors.getInt(0) & 0xFFFFFFFFL;
		long reset = vectors.getInt(Integer.BYTES) & 0xFFFFFFFFL;
		if (stack <= SRAM_BASE || stack > SRAM_END || stack % Integer.BYTES != 0) {
			throw new ImageFormatException(name, String.format(
					"not a Cortex-M image for this board: the first word, 0x%08X, is no stack pointer in SRAM (0x20000000 to 0x200A0000)",
					stack), REMEDY);
		}
		if ((reset & 1) == 0) {
			throw new ImageFormatException(name, String.format(
					"not a Cortex-M image: the reset vector, 0x%08X, is no Thumb address (bit 0 is clear)", reset), REMEDY);
		}
		if (reset < FLASH_BASE || reset >= FLASH_BASE + binary.length) {
			throw new ImageFormatException(name, String.format(
					"the reset vector, 0x%08X, points outside the image (0x%08X to 0x%08X)", reset, FLASH_BASE,
					FLASH_BASE + binary.length - 1), REMEDY);
		}
	}

	static void checkSize(String name, long size) throws ImageFormatException {
		if (size == 0) {
			throw new ImageFormatException(name, "the image is empty", REMEDY);
		}
		if (size < MIN_SIZE) {
			throw new ImageFormatException(name, "the image has only " + size + " bytes, less than the " + MIN_SIZE
					+ " that a vector table and the OTA agent need", REMEDY);
		}
		if (size > BANK_SIZE) {
			throw new ImageFormatException(name, "the image has " + size + " bytes, but a flash bank holds " + BANK_SIZE,
					"Build a smaller image, or strip what is not loaded into the internal flash");
		}
	}
}
