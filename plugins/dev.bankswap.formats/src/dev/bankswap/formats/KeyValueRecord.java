/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file of the key-value store, {@code /cfg/<key>}: one byte type, three bytes padding, the length of the value as an unsigned
 * 32-bit number, the value. Strings carry their terminating NUL; text is UTF-8.
 */
public final class KeyValueRecord {

	/** The header in front of the value. */
	public static final int HEADER_SIZE = 8;

	/** The longest value, with the NUL of a string; the firmware stops at a longer one. */
	public static final int MAX_VALUE = 255;

	private static final int TYPE_BASE = 1;
	private static final int TYPE_INT32 = 3;
	private static final int TYPE_UINT32 = 4;
	private static final int TYPE_STRING = 5;
	private static final int TYPE_BLOB = 6;

	private static final int LENGTH_OFFSET = 4;

	private final int type;
	private final byte[] value;

	private KeyValueRecord(int type, byte[] value) {
		this.type = type;
		this.value = value;
	}

	/**
	 * Encodes a string.
	 *
	 * @param text the text, at most 254 bytes in UTF-8
	 * @return the content of the file
	 * @throws IllegalArgumentException if the text is too long
	 */
	public static byte[] string(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		if (bytes.length >= MAX_VALUE) {
			throw new IllegalArgumentException("The value has " + bytes.length + " bytes; the store holds at most " + (MAX_VALUE - 1) + ".");
		}
		return encode(TYPE_STRING, Arrays.copyOf(bytes, bytes.length + 1));
	}

	/**
	 * Encodes an unsigned number.
	 *
	 * @param number 0 to 2^32 - 1
	 * @return the content of the file
	 * @throws IllegalArgumentException if the number does not fit
	 */
	public static byte[] unsigned32(long number) {
		if (number < 0 || number > 0xFFFFFFFFL) {
			throw new IllegalArgumentException(number + " does not fit into 32 bits without a sign.");
		}
		return encode(TYPE_UINT32, littleEndian(Integer.BYTES).putInt(0, (int) number).array());
	}

	/**
	 * Decodes a file.
	 *
	 * @param content the bytes of the file
	 * @return the record
	 * @throws FormatException if the header, the type or the length are not what the firmware writes
	 */
	public static KeyValueRecord decode(byte[] content) throws FormatException {
		if (content.length < HEADER_SIZE) {
			throw new FormatException("A key-value file needs a header of " + HEADER_SIZE + " bytes, this one has " + content.length
					+ "; set and commit the key again.");
		}
		int type = content[0] & 0xFF;
		long length = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(LENGTH_OFFSET) & 0xFFFFFFFFL;
		if (type < TYPE_BASE || type > TYPE_BLOB) {
			throw new FormatException("Type " + type + " is no type of the key-value store (1 to 6); set and commit the key again.");
		}
		if (length > content.length - HEADER_SIZE || length > MAX_VALUE) {
			throw new FormatException("The header announces " + length + " bytes of value, the file holds "
					+ (content.length - HEADER_SIZE) + ", at most " + MAX_VALUE + " are allowed; set and commit the key again.");
		}
		if (type < TYPE_STRING && length != Integer.BYTES) {
			throw new FormatException("A number takes 4 bytes, this one has " + length + "; set and commit the key again.");
		}
		return new KeyValueRecord(type, Arrays.copyOfRange(content, HEADER_SIZE, HEADER_SIZE + (int) length));
	}

	/**
	 * Tells whether the value is text.
	 *
	 * @return true for a string, false for numbers and blobs
	 */
	public boolean isString() {
		return type == TYPE_STRING;
	}

	/**
	 * Tells whether the value is a number.
	 *
	 * @return true for the signed and unsigned numbers
	 */
	public boolean isNumber() {
		return type < TYPE_STRING;
	}

	/**
	 * Tells the text of a string, up to its NUL; a number is written in decimal.
	 *
	 * @return the text
	 */
	public String text() {
		if (isNumber()) {
			return Long.toString(number());
		}
		int end = 0;
		while (end < value.length && value[end] != 0) {
			end++;
		}
		return new String(value, 0, end, StandardCharsets.UTF_8);
	}

	/**
	 * Tells the number.
	 *
	 * @return the value; unsigned unless the record is an int32
	 * @throws IllegalStateException if the value is no number
	 */
	public long number() {
		if (!isNumber()) {
			throw new IllegalStateException("The value of a key-value record of type " + type + " is no number.");
		}
		int bits = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getInt();
		return type == TYPE_INT32 || type == TYPE_BASE ? bits : bits & 0xFFFFFFFFL;
	}

	private static byte[] encode(int type, byte[] value) {
		return littleEndian(HEADER_SIZE + value.length).put(0, (byte) type).putInt(LENGTH_OFFSET, value.length)
				.put(HEADER_SIZE, value).array();
	}

	private static ByteBuffer littleEndian(int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}
}
