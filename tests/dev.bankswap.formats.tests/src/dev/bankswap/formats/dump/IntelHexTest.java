/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats.dump;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import dev.bankswap.formats.ImageFormatException;
import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(NoErrorLogged.class)
class IntelHexTest {

	private static final String END = ":00000001FF\n";

	@Test
	void readsWhatToolsWrite() throws ImageFormatException {
		MemoryImage image = read(":020000040800F2\r\n:10000000000C0020D1030008D9030008DB0300081E\r\n"
				+ ":10001000DD030008DF030008E10300080000000022\r\n:04000005080003D11B\r\n:00000001FF\r\n");
		assertEquals(1, image.segments().size());
		assertEquals(0x08000000L, image.segments().get(0).address());
		byte[] bytes = image.read(0x08000000L, 36);
		assertEquals(0x0C, bytes[1]);
		assertEquals(0x20, bytes[3]);
		assertEquals((byte) 0xDD, bytes[16]);
		assertEquals(-1, bytes[32]);
	}

	@Test
	void writesWhatToolsRead() {
		MemoryImage image = new MemoryImage(List.of(new MemoryImage.Segment(0x0800FFFEL, new byte[] { 1, 2, 3 })));
		assertEquals(":020000040800F2\r\n:02FFFE000102FE\r\n:020000040801F1\r\n:0100000003FC\r\n:00000001FF\r\n",
				new String(IntelHex.write(image), StandardCharsets.US_ASCII));
		assertEquals(":00000001FF\r\n", new String(IntelHex.write(new MemoryImage(List.of())), StandardCharsets.US_ASCII));
	}

	@Test
	void whatIsWrittenIsReadAgain() throws ImageFormatException {
		Random random = new Random(3);
		for (int i = 0; i < 50; i++) {
			byte[] bank = new byte[1 << 16];
			Arrays.fill(bank, (byte) 0xFF);
			for (int n = random.nextInt(6); n > 0; n--) {
				byte[] part = new byte[random.nextInt(5000)];
				random.nextBytes(part);
				System.arraycopy(part, 0, bank, random.nextInt(bank.length - part.length), part.length);
			}
			long address = 0x08000000L + random.nextInt(1 << 20);
			MemoryImage image = MemoryImage.withoutErased(address, bank);
			MemoryImage again = IntelHex.read("again", IntelHex.write(image));
			assertArrayEquals(bank, again.read(address, bank.length));
			assertEquals(image.segments().size(), again.segments().size());
		}
	}

	@Test
	void otherRecordsAndCasesAreUnderstood() throws ImageFormatException {
		assertArrayEquals(new byte[] { (byte) 0xAB },
				read(":020000040800f2\n\n:01000100ab53\n:0400000300003800C1\n" + END).read(0x08000001L, 1));
		assertArrayEquals(new byte[] { 0x55 }, read(":020000049000" + "6A\n:0100000055AA\n" + END).read(0x90000000L, 1));
	}

	@ParameterizedTest
	@CsvSource({ "':020000040800F2\n:0100000001FE', end record is missing", "'', end record is missing",
			"':00000001FF\n:00000001FF', follows the end record", "':020000040800F3\n:00000001FF', checksum is 0xF3",
			"':020000040800F\n', a digit is missing", "':0200000408G0F2\n', no hexadecimal digit",
			"'020000040800F2\n', does not start with a colon", "':030000040800F1\n', length of the line differs",
			"':00\n', length of the line differs", "':00000006FA\n', no record type 6", "':0100000408F3\n', instead of 2",
			"':0100000101FD\n', instead of 0", "':01000000AA55\n:00000001FF', no flash at 0x00000000",
			"':020000040C00EE\n:01000000AA55\n', secure alias", "':020000040820D2\n:01000000AA55\n', no flash at 0x08200000",
			"':020000040800F2\n:02FFFF000102FD\n', boundary of 64 KB",
			"':020000040800F2\n:0100000001FE\n:0100000001FE\n:00000001FF', address 0x08000000 is there twice" })
	void wrongFilesAreRefusedWithTheReason(String text, String reason) {
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> read(text));
		assertTrue(String.valueOf(e.getMessage()).contains(reason), e.getMessage());
		assertTrue(String.valueOf(e.getMessage()).startsWith("test.hex: "), e.getMessage());
	}

	@Test
	void theLineIsNamed() {
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> read(":020000040800F2\n\n:0100000001FF\n" + END));
		assertTrue(String.valueOf(e.getMessage()).contains("line 3: the checksum is 0xFF, but the line adds up to 0xFE"), e.getMessage());
	}

	@Test
	void damagedFilesAreRefusedOrReadButNeverFail() {
		Random random = new Random(9);
		byte[] bytes = new byte[300];
		random.nextBytes(bytes);
		byte[] good = IntelHex.write(MemoryImage.withoutErased(0x080FFF80L, bytes));
		int read = 0;
		for (int i = 0; i < 5000; i++) {
			byte[] damaged = random.nextInt(8) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
			for (int n = random.nextInt(3); n > 0 && damaged.length > 0; n--) {
				damaged[random.nextInt(damaged.length)] = random.nextBoolean() ? (byte) random.nextInt() : (byte) "0123456789ABCDEF:\r\n"
						.charAt(random.nextInt(19));
			}
			try {
				IntelHex.read("damaged", damaged);
				read++;
			} catch (ImageFormatException e) {
				assertFalse(String.valueOf(e.getMessage()).isEmpty());
			}
		}
		assertTrue(read > 500 && read < 4500, "a useful mixture, not " + read);
	}

	@Test
	void imagesKnowTheirOverlaps() {
		List<MemoryImage.Segment> overlapping = List.of(new MemoryImage.Segment(5, new byte[3]), new MemoryImage.Segment(0, new byte[6]));
		assertThrows(IllegalArgumentException.class, () -> new MemoryImage(overlapping));
		MemoryImage image = new MemoryImage(List.of(new MemoryImage.Segment(16, new byte[4]), new MemoryImage.Segment(0, new byte[6])));
		assertEquals(0, image.segments().get(0).address());
		assertTrue(image.touches(5, 1));
		assertFalse(image.touches(6, 10));
		assertTrue(image.touches(6, 11));
	}

	private static MemoryImage read(String text) throws ImageFormatException {
		return IntelHex.read("test.hex", text.getBytes(StandardCharsets.ISO_8859_1));
	}
}
