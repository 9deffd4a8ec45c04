/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class FirmwareImageTest {

	@Test
	void elfHasTheBytesOfTheBinaryThatObjcopyMade() throws Exception {
		FirmwareImage elf = FirmwareImage.read(SampleFirmware.elf("1.0.0"));
		assertArrayEquals(SampleFirmware.binBytes(), elf.binary());
		assertEquals(SampleFirmware.SIZE, elf.size());
		assertEquals("aws_ri-1.0.0.elf", elf.name());
		assertArrayEquals(MessageDigest.getInstance("SHA-256").digest(SampleFirmware.binBytes()), elf.sha256());
	}

	@Test
	void versionComesFromTheSymbol() throws Exception {
		assertEquals(Optional.of(new FirmwareVersion(1, 0, 0)), FirmwareImage.read(SampleFirmware.elf("1.0.0")).version());
		assertEquals(Optional.of(new FirmwareVersion(1, 1, 0)), FirmwareImage.read(SampleFirmware.elf("1.1.0")).version());
	}

	@Test
	void binaryDoesNotTellItsVersion() throws Exception {
		FirmwareImage bin = FirmwareImage.read(SampleFirmware.bin("1.0.0"));
		assertEquals(SampleFirmware.SIZE, bin.size());
		assertEquals(Optional.empty(), bin.version());
		assertTrue(bin.versionOffset().isEmpty());
		assertThrows(IllegalStateException.class, () -> bin.withVersion(new FirmwareVersion(2, 0, 0)));
	}

	@Test
	void embeddedFileNameIsFoundInBothKinds() throws Exception {
		assertEquals(Optional.of("STM32H573I-DK_aws.bin"), FirmwareImage.read(SampleFirmware.elf("1.1.0")).embeddedFileName());
		assertEquals(Optional.of("STM32H573I-DK_aws.bin"), FirmwareImage.read(SampleFirmware.bin("1.1.0")).embeddedFileName());
	}

	@Test
	void otherNamesAreUsedIfThereIsNoAwsName() throws Exception {
		assertEquals(Optional.of("b_u585i_iot02a_ntz.bin"), withText("\0b_u585i_iot02a_ntz.bin\0").embeddedFileName());
		assertEquals(Optional.of("x_aws.bin"), withText("\0other.bin\0x_aws.bin\0").embeddedFileName());
		assertEquals(Optional.empty(), withText("\0unterminated_aws.bin!").embeddedFileName());
		assertEquals(Optional.empty(), withText("\0.bin\0").embeddedFileName());
	}

	@Test
	void withVersionChangesOnlyTheVersion() throws Exception {
		FirmwareImage original = FirmwareImage.read(SampleFirmware.elf("1.0.0"));
		FirmwareImage patched = original.withVersion(new FirmwareVersion(1, 2, 515));
		assertEquals(Optional.of(new FirmwareVersion(1, 2, 515)), patched.version());
		assertEquals(Optional.of(new FirmwareVersion(1, 0, 0)), original.version());
		byte[] bytes = patched.binary();
		int offset = original.versionOffset().orElseThrow();
		assertArrayEquals(new byte[] { 3, 2, 2, 1 }, Arrays.copyOfRange(bytes, offset, offset + 4));
		System.arraycopy(original.binary(), offset, bytes, offset, 4);
		assertArrayEquals(original.binary(), bytes);
	}

	@Test
	void binaryIsACopy() throws Exception {
		byte[] source = SampleFirmware.binBytes();
		FirmwareImage image = FirmwareImage.ofBinary("a", source);
		source[100] ^= 1;
		image.binary()[200] ^= 1;
		assertArrayEquals(SampleFirmware.binBytes(), image.binary());
	}

	@Test
	void gapsBetweenSegmentsAreErasedFlash() throws Exception {
		byte[] elf = SampleFirmware.elfBytes();
		ByteBuffer header = ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN);
		int second = header.getInt(28) + 32;
		int address = header.getInt(second + 12);
		header.putInt(second + 12, address + 64);
		byte[] image = FirmwareImage.ofElf("gap", elf).binary();
		assertEquals(SampleFirmware.SIZE + 64, image.length);
		byte[] gap = Arrays.copyOfRange(image, address - 0x08000000, address - 0x08000000 + 64);
		for (byte b : gap) {
			assertEquals((byte) 0xFF, b);
		}
	}

	@Test
	void wrongBinariesAreRefusedWithTheReason() throws Exception {
		refused("empty", new byte[0], "empty");
		refused("short", new byte[15], "15 bytes");
		refused("large", new byte[FirmwareImage.MAX_SIZE + 1], "a flash bank holds 1048576");
		refused("text", "This is a text file, and not an image.".getBytes(), "no stack pointer in SRAM");
		refused("stack", binary(0x20000000, 0x08000101), "stack pointer");
		refused("stack", binary(0x200A0004, 0x08000101), "stack pointer");
		refused("odd stack", binary(0x20001002, 0x08000101), "stack pointer");
		refused("thumb", binary(0x200A0000, 0x08000100), "no Thumb address");
		refused("outside", binary(0x200A0000, 0x08000401), "outside the image");
		refused("secure", binary(0x200A0000, 0x0C000101), "outside the image");
		assertEquals(1024, FirmwareImage.ofBinary("good", binary(0x200A0000, 0x08000101)).size());
	}

	@Test
	void wrongElfFilesAreRefusedWithTheReason() throws Exception {
		elfRefused(4, 2, "not 32-bit little-endian");
		elfRefused(5, 2, "not 32-bit little-endian");
		elfRefused(18, 62, "machine 62");
		elfRefused(16, 1, "no linked executable");
		elfRefused(44, 0, "no program headers");
		elfRefused(42, 8, "entry of the program headers");
		assertThrows(ImageFormatException.class, () -> FirmwareImage.ofElf("cut", Arrays.copyOf(SampleFirmware.elfBytes(), 51)));
		assertThrows(ImageFormatException.class, () -> FirmwareImage.ofElf("cut", Arrays.copyOf(SampleFirmware.elfBytes(), 9000)));
		assertThrows(ImageFormatException.class, () -> FirmwareImage.ofElf("bin", SampleFirmware.binBytes()));
	}

	@Test
	void segmentOutsideTheBankIsRefused() throws Exception {
		byte[] elf = SampleFirmware.elfBytes();
		ByteBuffer header = ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN);
		int second = header.getInt(28) + 32;
		header.putInt(second + 12, 0x90000000);
		assertMessage("outside the flash bank", assertThrows(ImageFormatException.class, () -> FirmwareImage.ofElf("x", elf)));
		header.putInt(second + 12, 0x080FFFFC);
		assertMessage("a flash bank holds", assertThrows(ImageFormatException.class, () -> FirmwareImage.ofElf("x", elf)));
		header.putInt(second + 12, 0x08000010);
		assertMessage("overlap", assertThrows(ImageFormatException.class, () -> FirmwareImage.ofElf("x", elf)));
	}

	@Test
	void elfWithoutSymbolsIsAnImageWithoutVersion() throws Exception {
		byte[] elf = SampleFirmware.elfBytes();
		ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN).putInt(32, 0);
		FirmwareImage image = FirmwareImage.ofElf("stripped", elf);
		assertEquals(Optional.empty(), image.version());
		assertEquals(SampleFirmware.SIZE, image.size());
	}

	@Test
	void filesAreToldApartByContent(@TempDir Path folder) throws Exception {
		Path misnamed = Files.copy(SampleFirmware.elf("1.0.0"), folder.resolve("image.bin"));
		assertEquals(Optional.of(new FirmwareVersion(1, 0, 0)), FirmwareImage.read(misnamed).version());
		Path huge = folder.resolve("huge.bin");
		try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
			file.setLength(1L << 33);
		}
		assertMessage("8589934592 bytes", assertThrows(ImageFormatException.class, () -> FirmwareImage.read(huge)));
		assertThrows(NoSuchFileException.class, () -> FirmwareImage.read(folder.resolve("none.bin")));
		assertThrows(IOException.class, () -> FirmwareImage.read(folder));
	}

	private static FirmwareImage withText(String text) throws ImageFormatException {
		byte[] image = binary(0x200A0000, 0x08000101);
		byte[] bytes = text.getBytes();
		System.arraycopy(bytes, 0, image, 500, bytes.length);
		return FirmwareImage.ofBinary("text", image);
	}

	private static byte[] binary(int stack, int reset) {
		return ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN).putInt(stack).putInt(reset).array();
	}

	private static void refused(String name, byte[] content, String reason) {
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> FirmwareImage.ofBinary(name, content));
		assertMessage(name + ": ", e);
		assertMessage(reason, e);
	}

	private static void elfRefused(int offset, int value, String reason) throws IOException {
		byte[] elf = SampleFirmware.elfBytes();
		elf[offset] = (byte) value;
		assertMessage(reason, assertThrows(ImageFormatException.class, () -> FirmwareImage.ofElf("x.elf", elf)));
	}

	private static void assertMessage(String part, Exception e) {
		assertTrue(e.getMessage().contains(part), e.getMessage());
	}
}
