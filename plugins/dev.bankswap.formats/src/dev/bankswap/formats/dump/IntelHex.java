/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats.dump;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.bankswap.formats.ImageFormatException;

/** Intel HEX with 32-bit addresses, as STM32CubeProgrammer reads and writes it. */
public final class IntelHex {

	private static final int DATA = 0;
	private static final int END = 1;
	private static final int SEGMENT_ADDRESS = 2;
	private static final int SEGMENT_START = 3;
	private static final int LINEAR_ADDRESS = 4;
	private static final int LINEAR_START = 5;

	private static final int ROW = 16;
	private static final int PAGE = 1 << 16;
	/** Length, address (2), type, checksum. */
	private static final int OVERHEAD = 5;
	private static final int HEX = 16;
	private static final int ADDRESS_BYTES = 2;

	private static final String REMEDY = "Export the file again, or give the raw .bin";

	private final String name;
	private final byte[] text;
	private final List<MemoryImage.Segment> segments = new ArrayList<>();
	private final ByteArrayOutputStream current = new ByteArrayOutputStream();
	private long currentAddress;
	private long base;
	private int line;
	private boolean ended;

	private IntelHex(String name, byte[] text) {
		this.name = name;
		this.text = text;
	}

	/**
	 * Reads a file.
	 *
	 * @param name    what to call it in messages
	 * @param content the bytes of the file
	 * @return what it holds
	 * @throws ImageFormatException if it is damaged, or has bytes where the board has no flash
	 */
	public static MemoryImage read(String name, byte[] content) throws ImageFormatException {
		return new IntelHex(name, content).read();
	}

	/**
	 * Writes a file.
	 *
	 * @param image the contents
	 * @return the bytes of the file
	 */
	public static byte[] write(MemoryImage image) {
		StringBuilder out = new StringBuilder();
		long page = -1;
		for (MemoryImage.Segment segment : image.segments()) {
			int done = 0;
			while (done < segment.bytes().length) {
				long address = segment.address() + done;
				if (address / PAGE != page) {
					page = address / PAGE;
					record(out, LINEAR_ADDRESS, 0, new byte[] { (byte) (page >> Byte.SIZE), (byte) page }, 0, ADDRESS_BYTES);
				}
				int length = Math.min(segment.bytes().length - done, ROW - (int) (address % ROW));
				record(out, DATA, (int) (address % PAGE), segment.bytes(), done, length);
				done += length;
			}
		}
		record(out, END, 0, new byte[0], 0, 0);
		return out.toString().getBytes(StandardCharsets.US_ASCII);
	}

	private static void record(StringBuilder out, int type, int offset, byte[] data, int from, int length) {
		out.append(':');
		int sum = hex(out, length) + hex(out, offset >> Byte.SIZE) + hex(out, offset & 0xFF) + hex(out, type);
		for (int i = 0; i < length; i++) {
			sum += hex(out, data[from + i] & 0xFF);
		}
		hex(out, -sum & 0xFF);
		out.append("\r\n");
	}

	private static int hex(StringBuilder out, int value) {
		out.append(Character.toUpperCase(Character.forDigit(value / HEX, HEX)))
				.append(Character.toUpperCase(Character.forDigit(value % HEX, HEX)));
		return value;
	}

	private MemoryImage read() throws ImageFormatException {
		int start = 0;
		while (start < text.length) {
			int end = start;
			while (end < text.length && text[end] != '\n') {
				end++;
			}
			line++;
			line(start, end > start && text[end - 1] == '\r' ? end - 1 : end);
			start = end + 1;
		}
		if (!ended) {
			throw broken("the end record is missing, so the file is not complete");
		}
		flush();
		Optional<Long> overlap = MemoryImage.overlap(segments);
		if (overlap.isPresent()) {
			throw new ImageFormatException(name, String.format("address 0x%08X is there twice", overlap.get()), REMEDY);
		}
		return new MemoryImage(segments);
	}

	private void line(int start, int end) throws ImageFormatException {
		if (start == end) {
			return;
		}
		if (ended) {
			throw broken("something follows the end record");
		}
		if (text[start] != ':') {
			throw broken("the line does not start with a colon");
		}
		if ((end - start) % 2 == 0) {
			throw broken("a digit is missing");
		}
		byte[] bytes = new byte[(end - start) / 2];
		int sum = 0;
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) (digit(start + 1 + 2 * i) * HEX + digit(start + 2 + 2 * i));
			sum += bytes[i];
		}
		if (bytes.length < OVERHEAD || bytes.length != OVERHEAD + (bytes[0] & 0xFF)) {
			throw broken("the length of the line differs from what it says");
		}
		if ((sum & 0xFF) != 0) {
			throw broken(String.format("the checksum is 0x%02X, but the line adds up to 0x%02X", bytes[bytes.length - 1],
					bytes[bytes.length - 1] - sum & 0xFF));
		}
		record(bytes);
	}

	private void record(byte[] bytes) throws ImageFormatException {
		int length = bytes[0] & 0xFF;
		switch (bytes[3]) {
			case DATA -> data(base + word(bytes, 1), bytes, length);
			case END -> {
				requireLength(length, 0);
				ended = true;
			}
			case SEGMENT_ADDRESS -> {
				requireLength(length, ADDRESS_BYTES);
				base = (long) word(bytes, 4) * HEX;
			}
			case LINEAR_ADDRESS -> {
				requireLength(length, ADDRESS_BYTES);
				base = (long) word(bytes, 4) * PAGE;
			}
			case SEGMENT_START, LINEAR_START -> requireLength(length, Integer.BYTES);
			default -> throw broken("there is no record type " + (bytes[3] & 0xFF));
		}
	}

	private void data(long address, byte[] bytes, int length) throws ImageFormatException {
		if (length == 0) {
			return;
		}
		if (address - base + length > PAGE) {
			throw broken("the data goes over a boundary of 64 KB");
		}
		Optional<String> problem = BoardMemory.problem(address, length);
		if (problem.isPresent()) {
			throw broken(problem.get());
		}
		if (address != currentAddress + current.size()) {
			flush();
			currentAddress = address;
		}
		current.write(bytes, OVERHEAD - 1, length);
	}

	private void flush() {
		if (current.size() > 0) {
			segments.add(new MemoryImage.Segment(currentAddress, current.toByteArray()));
			current.reset();
		}
	}

	private int digit(int index) throws ImageFormatException {
		int value = text[index] < 0 ? -1 : Character.digit(text[index], HEX);
		if (value < 0) {
			throw broken("there is a character that is no hexadecimal digit");
		}
		return value;
	}

	private void requireLength(int length, int expected) throws ImageFormatException {
		if (length != expected) {
			throw broken("the record has " + length + " bytes of data instead of " + expected);
		}
	}

	private static int word(byte[] bytes, int index) {
		return (bytes[index] & 0xFF) << Byte.SIZE | bytes[index + 1] & 0xFF;
	}

	private ImageFormatException broken(String problem) {
		return new ImageFormatException(name, "line " + line + ": " + problem, REMEDY);
	}
}
