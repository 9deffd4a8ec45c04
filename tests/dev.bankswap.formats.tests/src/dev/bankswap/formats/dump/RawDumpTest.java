/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bankswap.formats.ImageFormatException;
import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NoErrorLogged.class)
class RawDumpTest {

	@Test
	void aBankIsAMegabyte() throws ImageFormatException {
		RawDump.checkBank("bank1.bin", 0x100000);
		for (long size : new long[] { 0, 0xFFFFF, 0x100001, Long.MAX_VALUE }) {
			ImageFormatException e = assertThrows(ImageFormatException.class, () -> RawDump.checkBank("bank1.bin", size));
			assertTrue(String.valueOf(e.getMessage()).contains("bank1.bin: the dump has " + size + " bytes"), e.getMessage());
		}
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> RawDump.checkBank("x", 0x200000));
		assertTrue(String.valueOf(e.getMessage()).contains("both banks"), e.getMessage());
	}

	@Test
	void theNorIsCompleteOrReachesTheEndOfTheVolume() throws ImageFormatException {
		assertEquals(0, RawDump.norOffset("nor.bin", 64 << 20));
		assertEquals(0, RawDump.norOffset("nor.bin", 0x496000));
		assertEquals(0, RawDump.norOffset("nor.bin", 0x497000));
		assertEquals(0xA0000, RawDump.norOffset("nor.bin", 0x3F6000));
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 4096, 0x3F6001, 0x400000, 0x495000, 0x496001, (64 << 20) + 4096, Long.MAX_VALUE })
	void otherSizesAreRefused(long size) {
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> RawDump.norOffset("nor.bin", size));
		assertTrue(String.valueOf(e.getMessage()).contains("0x90000000"), e.getMessage());
	}
}
