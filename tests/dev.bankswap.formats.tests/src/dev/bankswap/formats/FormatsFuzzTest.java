/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

/** Bytes from outside lead to a result or to the documented exception, and to nothing else. */
@ExtendWith(NoErrorLogged.class)
class FormatsFuzzTest {

	private static final int[] NASTY = { 0, 1, -1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF0, 0x08000000, 0x080FFFFF, 0x00010000 };

	/** Where the interesting parts of the sample ELF are: everything but the content of the segments. */
	private record Target(byte[] elf, int programHeaders, int sectionHeaders, int symbols) {

		static Target create() throws Exception {
			byte[] elf = SampleFirmware.elfBytes();
			ByteBuffer b = ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN);
			int end = b.getInt(b.getInt(28) + 32 + 4) + 8;
			return new Target(elf, b.getInt(28), b.getInt(32), end);
		}
	}

	@Test
	void mutatedElfFiles() throws Exception {
		Random random = new Random(573);
		Target target = Target.create();
		int read = 0;
		for (int i = 0; i < 3000; i++) {
			byte[] elf = target.elf.clone();
			for (int n = random.nextInt(4); n >= 0; n--) {
				mutate(elf, target, random);
			}
			read += reads(random.nextInt(10) == 0 ? Arrays.copyOf(elf, random.nextInt(elf.length)) : elf) ? 1 : 0;
		}
		assertTrue(read > 100 && read < 2900, "a useful mixture of good and bad files, not " + read);
	}

	@Test
	void randomBytesAfterTheElfHeader() throws Exception {
		Random random = new Random(42);
		byte[] header = Arrays.copyOf(SampleFirmware.elfBytes(), 52);
		for (int i = 0; i < 3000; i++) {
			byte[] elf = new byte[52 + random.nextInt(400)];
			random.nextBytes(elf);
			System.arraycopy(header, 0, elf, 0, 20);
			ByteBuffer b = ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN);
			b.putInt(28, 52).putInt(32, random.nextInt(elf.length)).putShort(42, (short) 32).putShort(44, (short) random.nextInt(4));
			reads(elf);
		}
	}

	@Test
	void randomBytes() throws Exception {
		Random random = new Random(7);
		for (int i = 0; i < 2000; i++) {
			byte[] bytes = new byte[random.nextInt(64)];
			random.nextBytes(bytes);
			boolean refused = false;
			try {
				FirmwareImage.ofBinary("random", bytes).embeddedFileName();
			} catch (ImageFormatException e) {
				refused = e.getMessage().startsWith("random: ");
			}
			assertTrue(refused);
			decodeRecords(bytes, random);
		}
	}

	private static void decodeRecords(byte[] bytes, Random random) {
		if (bytes.length > 8 && random.nextBoolean()) {
			ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).put(0, (byte) random.nextInt(8)).putInt(4, random.nextInt(bytes.length));
		}
		try {
			KeyValueRecord record = KeyValueRecord.decode(bytes);
			assertTrue(record.text().length() <= KeyValueRecord.MAX_VALUE);
		} catch (FormatException e) {
			assertTrue(e.getMessage().endsWith("."));
		}
		try {
			ImageState.decode(bytes).palState();
		} catch (FormatException e) {
			assertTrue(bytes.length != ImageState.SIZE);
		}
	}

	private static boolean reads(byte[] elf) {
		try {
			FirmwareImage image = FirmwareImage.ofElf("fuzz", elf);
			assertTrue(image.size() <= FirmwareImage.MAX_SIZE);
			image.version();
			return true;
		} catch (ImageFormatException e) {
			assertTrue(e.getMessage().startsWith("fuzz: "), e.getMessage());
			return false;
		}
	}

	private static void mutate(byte[] elf, Target target, Random random) {
		int offset = switch (random.nextInt(4)) {
			case 0 -> random.nextInt(52);
			case 1 -> target.programHeaders + random.nextInt(64);
			case 2 -> target.sectionHeaders + random.nextInt(elf.length - target.sectionHeaders);
			default -> target.symbols + random.nextInt(elf.length - target.symbols);
		};
		if (random.nextBoolean() && offset + 4 <= elf.length) {
			ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN).putInt(offset, NASTY[random.nextInt(NASTY.length)]);
		} else {
			elf[offset] = (byte) random.nextInt();
		}
	}
}
