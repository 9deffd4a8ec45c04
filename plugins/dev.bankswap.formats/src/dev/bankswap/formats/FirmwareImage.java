/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A firmware image for one flash bank: the bytes that go to 0x08000000, and what can be told from them. It comes from the
 * linker's ELF file, which also tells where the version is, or from the plain binary.
 */
public final class FirmwareImage {

	/** The most bytes that a bank holds. */
	public static final int MAX_SIZE = CortexImage.BANK_SIZE;

	/** The symbol of the version in the firmware. */
	public static final String VERSION_SYMBOL = "appFirmwareVersion";

	/** Debug information makes an ELF file larger than its image, but not without limit. */
	private static final int MAX_FILE = 128 << 20;

	private final String name;
	private final byte[] binary;
	private final OptionalInt versionOffset;

	private FirmwareImage(String name, byte[] binary, OptionalInt versionOffset) {
		this.name = name;
		this.binary = binary;
		this.versionOffset = versionOffset;
	}

	/**
	 * Reads an ELF file or a plain binary, whatever the content is.
	 *
	 * @param path the file
	 * @return the image
	 * @throws ImageFormatException if the content is no image for this board
	 * @throws IOException if the file cannot be read
	 */
	public static FirmwareImage read(Path path) throws ImageFormatException, IOException {
		Path fileName = path.getFileName();
		String name = fileName == null ? path.toString() : fileName.toString();
		byte[] content;
		try (InputStream in = Files.newInputStream(path)) {
			byte[] start = in.readNBytes(MAX_SIZE + 1);
			content = ElfReader.isElf(start) ? concat(start, in.readNBytes(MAX_FILE - start.length)) : start;
			if (ElfReader.isElf(start) && in.read() >= 0) {
				throw new ImageFormatException(name, "the ELF file is larger than " + (MAX_FILE >> 20) + " MB", "Strip its debug information");
			}
		}
		if (ElfReader.isElf(content)) {
			return ofElf(name, content);
		}
		CortexImage.checkSize(name, Math.max(content.length, Files.size(path)));
		return ofBinary(name, content);
	}

	/**
	 * Takes a plain binary.
	 *
	 * @param name what to call it in messages
	 * @param content the bytes from 0x08000000
	 * @return the image
	 * @throws ImageFormatException if the bytes are no image for this board
	 */
	public static FirmwareImage ofBinary(String name, byte[] content) throws ImageFormatException {
		CortexImage.check(name, content);
		return new FirmwareImage(name, content.clone(), OptionalInt.empty());
	}

	/**
	 * Takes an ELF file.
	 *
	 * @param name what to call it in messages
	 * @param content the bytes of the file
	 * @return the image
	 * @throws ImageFormatException if the file is damaged or no image for this board
	 */
	public static FirmwareImage ofElf(String name, byte[] content) throws ImageFormatException {
		if (!ElfReader.isElf(content)) {
			throw new ImageFormatException(name, "the file does not start like an ELF file", "Give the .elf that the linker wrote");
		}
		ElfReader elf = new ElfReader(name, content);
		byte[] binary = elf.binary();
		CortexImage.check(name, binary);
		return new FirmwareImage(name, binary, offsetIn(binary, elf.symbol(VERSION_SYMBOL)));
	}

	/**
	 * Tells the bytes that are written to the bank.
	 *
	 * @return a copy, from 0x08000000, with 0xFF in gaps
	 */
	public byte[] binary() {
		return binary.clone();
	}

	/**
	 * Tells the size.
	 *
	 * @return the number of bytes in {@link #binary()}
	 */
	public int size() {
		return binary.length;
	}

	/**
	 * Tells the name that messages use.
	 *
	 * @return the file name
	 */
	public String name() {
		return name;
	}

	/**
	 * Tells the version that is compiled into the image.
	 *
	 * @return the version, or nothing if the position is unknown: only an ELF file tells it
	 */
	public Optional<FirmwareVersion> version() {
		return versionOffset.isPresent() ? Optional.of(FirmwareVersion.ofWord(words().getInt(versionOffset.getAsInt()))) : Optional.empty();
	}

	/**
	 * Tells where the version is.
	 *
	 * @return the offset of the version word in {@link #binary()}, if known
	 */
	public OptionalInt versionOffset() {
		return versionOffset;
	}

	/**
	 * Finds the file name that the firmware's OTA PAL accepts.
	 *
	 * @return the name, such as {@code STM32H573I-DK_aws.bin}, if the image contains one
	 */
	public Optional<String> embeddedFileName() {
		return EmbeddedName.find(binary);
	}

	/**
	 * Computes the digest that is signed for an update.
	 *
	 * @return the SHA-256 of {@link #binary()}
	 */
	public byte[] sha256() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(binary);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java runtime has SHA-256", e);
		}
	}

	/**
	 * Makes the same image with another version.
	 *
	 * @param version the version to write
	 * @return a patched copy
	 * @throws IllegalStateException if {@link #versionOffset()} is unknown
	 */
	public FirmwareImage withVersion(FirmwareVersion version) {
		int offset = versionOffset.orElseThrow(() -> new IllegalStateException(
				name + ": the position of the version is unknown; it can only be changed in an image from an .elf with the symbol " + VERSION_SYMBOL + "."));
		FirmwareImage copy = new FirmwareImage(name, binary.clone(), versionOffset);
		copy.words().putInt(offset, version.word());
		return copy;
	}

	boolean startsLike(byte[] start) {
		return binary.length >= start.length && Arrays.equals(binary, 0, start.length, start, 0, start.length);
	}

	private ByteBuffer words() {
		return ByteBuffer.wrap(binary).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static OptionalInt offsetIn(byte[] binary, OptionalLong address) {
		long offset = address.orElse(0) - CortexImage.FLASH_BASE;
		boolean inside = offset >= 0 && offset <= binary.length - FirmwareVersion.SIZE;
		return inside ? OptionalInt.of((int) offset) : OptionalInt.empty();
	}

	private static byte[] concat(byte[] first, byte[] second) {
		byte[] all = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, all, first.length, second.length);
		return all;
	}
}
