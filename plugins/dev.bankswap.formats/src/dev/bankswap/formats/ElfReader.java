/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads what we need of a 32-bit little-endian Arm ELF executable: the loadable bytes by physical address, and the address of a
 * data symbol. Every offset, count and size of the file is checked before it is used, and memory is bounded by the size of a bank.
 */
final class ElfReader {

	private static final byte[] MAGIC = { 0x7F, 'E', 'L', 'F' };
	private static final int HEADER_SIZE = 52;
	private static final int PROGRAM_HEADER_SIZE = 32;
	private static final int SECTION_HEADER_SIZE = 40;
	private static final int SYMBOL_SIZE = 16;
	private static final int ELFCLASS32 = 1;
	private static final int ELFDATA2LSB = 1;
	private static final int ET_EXEC = 2;
	private static final int EM_ARM = 40;
	private static final int PT_LOAD = 1;
	private static final int SHT_SYMTAB = 2;

	private static final String REMEDY = "Give the .elf that the linker wrote for the STM32H573, or its .bin";

	private final String name;
	private final ByteBuffer file;

	/** A part of the file that goes to the flash. */
	private record Segment(int fileOffset, int imageOffset, int length) {
	}

	ElfReader(String name, byte[] content) throws ImageFormatException {
		this.name = name;
		this.file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
		checkHeader();
	}

	static boolean isElf(byte[] content) {
		return content.length >= MAGIC.length && Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
	}

	/** Tells the bytes from the base of the flash to the last loadable byte, with 0xFF where nothing is loaded. */
	byte[] binary() throws ImageFormatException {
		List<Segment> segments = segments();
		int end = segments.stream().mapToInt(s -> s.imageOffset + s.length).max().orElse(0);
		CortexImage.checkSize(name, end);
		byte[] image = new byte[end];
		Arrays.fill(image, (byte) 0xFF);
		int filled = 0;
		for (Segment segment : segments) {
			if (segment.imageOffset < filled) {
				throw broken(String.format("two segments overlap at 0x%08X", CortexImage.FLASH_BASE + segment.imageOffset));
			}
			file.get(segment.fileOffset, image, segment.imageOffset, segment.length);
			filled = segment.imageOffset + segment.length;
		}
		return image;
	}

	/** Finds the address of a symbol that is defined in the file. */
	OptionalLong symbol(String symbol) throws ImageFormatException {
		long table = unsigned32(32);
		int entrySize = unsigned16(46);
		int count = unsigned16(48);
		if (table == 0 || count == 0) {
			return OptionalLong.empty();
		}
		checkTable("section headers", table, entrySize, count, SECTION_HEADER_SIZE);
		for (int i = 0; i < count; i++) {
			int header = (int) table + i * entrySize;
			if (file.getInt(header + 4) == SHT_SYMTAB) {
				long link = unsigned32(header + 24);
				if (link >= count) {
					throw broken("the symbol table names string table " + link + " of " + count + " sections");
				}
				return symbolIn(header, (int) table + (int) link * entrySize, symbol);
			}
		}
		return OptionalLong.empty();
	}

	private OptionalLong symbolIn(int symbols, int strings, String symbol) throws ImageFormatException {
		int start = checkedRange("symbol table", unsigned32(symbols + 16), unsigned32(symbols + 20));
		int end = start + (int) unsigned32(symbols + 20);
		int names = checkedRange("symbol names", unsigned32(strings + 16), unsigned32(strings + 20));
		int namesEnd = names + (int) unsigned32(strings + 20);
		for (int entry = start; entry + SYMBOL_SIZE <= end; entry += SYMBOL_SIZE) {
			long nameOffset = unsigned32(entry);
			boolean defined = unsigned16(entry + 14) != 0;
			if (defined && nameOffset < namesEnd - names && nameIs(symbol, names + (int) nameOffset, namesEnd)) {
				return OptionalLong.of(unsigned32(entry + 4));
			}
		}
		return OptionalLong.empty();
	}

	private boolean nameIs(String symbol, int offset, int end) {
		if (end - offset <= symbol.length() || file.get(offset + symbol.length()) != 0) {
			return false;
		}
		for (int i = 0; i < symbol.length(); i++) {
			if (file.get(offset + i) != symbol.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	private void checkHeader() throws ImageFormatException {
		if (file.capacity() < HEADER_SIZE) {
			throw broken("the file ends within the ELF header");
		}
		if (file.get(4) != ELFCLASS32 || file.get(5) != ELFDATA2LSB) {
			throw new ImageFormatException(name, "the ELF file is not 32-bit little-endian, so it is not for a Cortex-M", REMEDY);
		}
		if (unsigned16(18) != EM_ARM) {
			throw new ImageFormatException(name, "the ELF file is for machine " + unsigned16(18) + ", not for Arm (" + EM_ARM + ")", REMEDY);
		}
		if (unsigned16(16) != ET_EXEC) {
			throw new ImageFormatException(name, "the ELF file is no linked executable (type " + unsigned16(16) + ")",
					"Link it at 0x08000000 first");
		}
	}

	private List<Segment> segments() throws ImageFormatException {
		long table = unsigned32(28);
		int entrySize = unsigned16(42);
		int count = unsigned16(44);
		if (count == 0) {
			throw new ImageFormatException(name, "the ELF file has no program headers, so nothing can be loaded", REMEDY);
		}
		checkTable("program headers", table, entrySize, count, PROGRAM_HEADER_SIZE);
		List<Segment> segments = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			int header = (int) table + i * entrySize;
			if (file.getInt(header) == PT_LOAD && file.getInt(header + 16) != 0) {
				segments.add(segment(header));
			}
		}
		segments.sort((a, b) -> Integer.compare(a.imageOffset, b.imageOffset));
		return segments;
	}

	private Segment segment(int header) throws ImageFormatException {
		long address = unsigned32(header + 12);
		long length = unsigned32(header + 16);
		int offset = checkedRange("segment", unsigned32(header + 4), length);
		long start = address - CortexImage.FLASH_BASE;
		if (start < 0 || start >= CortexImage.BANK_SIZE) {
			throw new ImageFormatException(name, String.format(
					"a segment is loaded at 0x%08X, outside the flash bank (0x08000000 to 0x080FFFFF)", address),
					"Link the image for the internal flash at 0x08000000");
		}
		CortexImage.checkSize(name, start + Math.max(length, CortexImage.MIN_SIZE));
		return new Segment(offset, (int) start, (int) length);
	}

	private void checkTable(String what, long offset, int entrySize, int count, int minimum) throws ImageFormatException {
		if (entrySize < minimum) {
			throw broken("an entry of the " + what + " has " + entrySize + " bytes instead of " + minimum);
		}
		checkedRange(what, offset, (long) entrySize * count);
	}

	private int checkedRange(String what, long offset, long length) throws ImageFormatException {
		if (offset + length > file.capacity()) {
			throw broken("the " + what + " would end at byte " + (offset + length) + " of " + file.capacity());
		}
		return (int) offset;
	}

	private long unsigned32(int offset) {
		return file.getInt(offset) & 0xFFFFFFFFL;
	}

	private int unsigned16(int offset) {
		return file.getShort(offset) & 0xFFFF;
	}

	private ImageFormatException broken(String detail) {
		return new ImageFormatException(name, "the ELF file is damaged: " + detail, "Build it again");
	}
}
