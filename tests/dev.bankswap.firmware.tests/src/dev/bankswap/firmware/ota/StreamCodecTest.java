/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class StreamCodecTest {

	private static final int SAMPLE_SIZE = 492_536;

	@Test
	void requestIsTheDumpOfTheReference() {
		byte[] request = StreamCodec.request(0, new BlockBitmap(SAMPLE_SIZE).bytes(), 2);
		assertEquals("a6616363726479616600616c190800616f006162581f" + "ff".repeat(30) + "01616e02",
				HexFormat.of().formatHex(request));
		assertEquals(56, request.length);
	}

	@Test
	void shortBitmapsAndLargeNumbersUseTheShortestForm() {
		assertEquals("a6616363726479616618ff616c190800616f0061624107616e02", hex(StreamCodec.request(255, new byte[] { 7 }, 2)));
		assertEquals("a6616363726479" + "61661a00010000" + "616c190800616f00" + "61624107616e02",
				hex(StreamCodec.request(65_536, new byte[] { 7 }, 2)));
	}

	@Test
	void blocksAreDecodedInAnyOrderAndWithUnknownKeys() throws Exception {
		StreamBlock plain = decode("a4616600616905616c03617043010203");
		assertEquals(0, plain.fileId());
		assertEquals(5, plain.index());
		assertEquals(3, plain.size());
		assertArrayEquals(new byte[] { 1, 2, 3 }, plain.payload());
		StreamBlock other = decode("bf61704101616c0161691818616601617aa161788201f6617400616363726479ff");
		assertEquals(24, other.index());
		assertEquals(1, other.fileId());
	}

	@Test
	void wrongTypesAndMissingKeysAreRefused() {
		for (String hex : new String[] { "", "80", "a0", "a3616600616905616c03", "a4616600616905616c03617063616263",
				"a4616600616905616c0361705f4101ff", "a4616620616905616c0361704101", "a4616600616905616c03617058",
				"a4616600616905616c036170590801", "a46166fb0000000000000000616905616c0361704101", "a4616600616905616c1bffffffffffffffff61704101",
				"bf616600" }) {
			assertThrows(StreamDecodeException.class, () -> decode(hex), hex);
		}
		assertThrows(StreamDecodeException.class, () -> StreamCodec.block(OtaBench.dataMessage(0, 1, 2049, new byte[2049])));
	}

	@Test
	void noiseIsRefusedAndNothingElse() {
		Random random = new Random(20260101);
		byte[] good = OtaBench.dataMessage(0, 1, 100, new byte[100]);
		int decoded = 0;
		for (int i = 0; i < 20_000; i++) {
			byte[] noise = good.clone();
			int changes = 1 + random.nextInt(4);
			for (int k = 0; k < changes; k++) {
				noise[random.nextInt(20)] = (byte) random.nextInt();
			}
			byte[] cut = java.util.Arrays.copyOf(noise, random.nextInt(10) == 0 ? random.nextInt(noise.length) : noise.length);
			try {
				StreamBlock block = StreamCodec.block(cut);
				decoded++;
				assertTrue(block.payload().length <= StreamCodec.BLOCK_SIZE && block.index() >= 0 && block.size() >= 0);
			} catch (StreamDecodeException expected) {
				assertTrue(expected.getMessage().contains("cannot be decoded"));
			}
		}
		assertTrue(decoded > 0);
	}

	@Test
	void deepNestingIsRefused() {
		assertThrows(StreamDecodeException.class, () -> decode("a1617a" + "81".repeat(5_000) + "00"));
	}

	@Test
	void bitmapHasNoBitsBehindTheLastBlock() {
		BlockBitmap bitmap = new BlockBitmap(3 * 2048 + 1);
		assertArrayEquals(new byte[] { 0x0F }, bitmap.bytes());
		assertEquals(4, bitmap.total());
		bitmap.received(1);
		bitmap.received(1);
		assertArrayEquals(new byte[] { 0x0D }, bitmap.bytes());
		assertEquals(3, bitmap.remaining());
	}

	private static StreamBlock decode(String hex) throws StreamDecodeException {
		return StreamCodec.block(HexFormat.of().parseHex(hex));
	}

	private static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(bytes);
	}
}
