/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes CBOR item by item as TinyCBOR does: every argument in its shortest form, in the order of the calls. */
public final class CborWriter {

	private static final int UNSIGNED = 0;
	private static final int BYTES = 2;
	private static final int TEXT = 3;
	private static final int ARRAY = 4;
	private static final int MAP = 5;
	private static final int MAJOR_SHIFT = 5;
	private static final int INDEFINITE_MAP = 0xBF;
	private static final int BREAK = 0xFF;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	/** Creates a writer that has written nothing. */
	public CborWriter() {
		// nothing to prepare
	}

	/**
	 * Begins a map of known size.
	 *
	 * @param entries how many keys follow, each with its value
	 * @return this
	 */
	public CborWriter map(int entries) {
		return head(MAP, entries);
	}

	/**
	 * Begins a map that goes on until {@link #end()}.
	 *
	 * @return this
	 */
	public CborWriter openMap() {
		out.write(INDEFINITE_MAP);
		return this;
	}

	/**
	 * Ends the innermost map of unknown size.
	 *
	 * @return this
	 */
	public CborWriter end() {
		out.write(BREAK);
		return this;
	}

	/**
	 * Begins an array.
	 *
	 * @param items how many items follow
	 * @return this
	 */
	public CborWriter array(int items) {
		return head(ARRAY, items);
	}

	/**
	 * Writes a text string.
	 *
	 * @param text the text
	 * @return this
	 */
	public CborWriter text(String text) {
		byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
		head(TEXT, encoded.length);
		out.writeBytes(encoded);
		return this;
	}

	/**
	 * Writes an unsigned integer.
	 *
	 * @param number the number, not negative
	 * @return this
	 */
	public CborWriter number(long number) {
		return head(UNSIGNED, number);
	}

	/**
	 * Writes a byte string.
	 *
	 * @param content its bytes
	 * @return this
	 */
	public CborWriter bytes(byte[] content) {
		head(BYTES, content.length);
		out.writeBytes(content);
		return this;
	}

	/**
	 * Returns what was written.
	 *
	 * @return a copy
	 */
	public byte[] toByteArray() {
		return out.toByteArray();
	}

	/** Writes the initial byte of an item and its argument in the shortest form. */
	private CborWriter head(int major, long argument) {
		int top = major << MAJOR_SHIFT;
		if (argument < 24) {
			out.write(top | (int) argument);
			return this;
		}
		int width = argument <= 0xFF ? 0 : argument <= 0xFFFF ? 1 : argument <= 0xFFFF_FFFFL ? 2 : 3;
		out.write(top | 24 + width);
		for (int shift = (Byte.SIZE << width) - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
			out.write((int) (argument >> shift));
		}
		return this;
	}
}
