/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class CborWriterTest {

	@Test
	void argumentsTakeTheirShortestForm() {
		CborWriter writer = new CborWriter().number(0).number(23).number(24).number(255).number(256).number(65_535).number(65_536)
				.number(0xFFFF_FFFFL).number(0x1_0000_0000L);
		assertEquals("0017181818ff19010019ffff1a000100001affffffff1b0000000100000000", hex(writer));
	}

	@Test
	void containersAreDefiniteOrOpen() {
		assertEquals("bf6161a161628101ff", hex(new CborWriter().openMap().text("a").map(1).text("b").array(1).number(1).end()));
		assertEquals("420102", hex(new CborWriter().bytes(new byte[] { 1, 2 })));
	}

	@Test
	void numbersAreReadAsInC() {
		assertEquals(0, CNumber.unsigned("true"));
		assertEquals(0, CNumber.unsigned(""));
		assertEquals(12, CNumber.unsigned(" 12.7"));
		assertEquals(0xFFFF_FFFFL, CNumber.unsigned("-1"));
		assertEquals(0xFFFF_FFFFL, CNumber.unsigned("99999999999999999999"));
		assertEquals(7, CNumber.unsigned("+7x"));
	}

	private static String hex(CborWriter writer) {
		return HexFormat.of().formatHex(writer.toByteArray());
	}
}
