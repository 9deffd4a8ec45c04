/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads CBOR items one after the other, as far as the messages of a stream need them. Definite strings only, like the firmware. */
final class CborReader {

	private static final int MAX_DEPTH = 16;
	private static final int MAX_KEY = 64;

	private static final int UNSIGNED = 0;
	private static final int NEGATIVE = 1;
	private static final int BYTES = 2;
	private static final int TEXT = 3;
	private static final int ARRAY = 4;
	private static final int MAP = 5;
	private static final int TAG = 6;

	private static final int INDEFINITE = 31;
	private static final int BREAK = 0xFF;

	private final byte[] data;

	private int at;

	CborReader(byte[] data) {
		this.data = data.clone();
	}

	/** Reads the head of a map; returns the number of its entries, or -1 if it is indefinite. */
	int mapEntries() throws StreamDecodeException {
		int initial = initial();
		if (initial >> 5 != MAP) {
			throw new StreamDecodeException("it is no map");
		}
		return (initial & 0x1F) == INDEFINITE ? -1 : count(argument(initial));
	}

	/** Tells whether an indefinite item ends here, and passes its end. */
	boolean atBreak() throws StreamDecodeException {
		if (at >= data.length) {
			throw new StreamDecodeException("it ends too early");
		}
		boolean found = (data[at] & 0xFF) == BREAK;
		at += found ? 1 : 0;
		return found;
	}

	int integer() throws StreamDecodeException {
		int initial = initial();
		if (initial >> 5 != UNSIGNED) {
			throw new StreamDecodeException("a number is expected");
		}
		return count(argument(initial));
	}

	byte[] bytes(int limit) throws StreamDecodeException {
		return string(BYTES, limit);
	}

	String text() throws StreamDecodeException {
		return new String(string(TEXT, MAX_KEY), StandardCharsets.UTF_8);
	}

	/** Passes an item of any kind. */
	void skip() throws StreamDecodeException {
		skip(0);
	}

	private void skip(int depth) throws StreamDecodeException {
		if (depth > MAX_DEPTH) {
			throw new StreamDecodeException("it is nested too deeply");
		}
		int initial = initial();
		int major = initial >> 5;
		boolean indefinite = (initial & 0x1F) == INDEFINITE;
		if (indefinite && (major == BYTES || major == TEXT || major == ARRAY || major == MAP)) {
			while (!atBreak()) {
				skip(depth + 1);
			}
			return;
		}
		long argument = argument(initial);
		if (major == BYTES || major == TEXT) {
			take(count(argument));
		} else if (major == ARRAY || major == MAP) {
			long items = (long) count(argument) * (major == MAP ? 2 : 1);
			for (long i = 0; i < items; i++) {
				skip(depth + 1);
			}
		} else if (major == TAG) {
			skip(depth + 1);
		} else {
			assert major == UNSIGNED || major == NEGATIVE || major > TAG;
		}
	}

	private byte[] string(int major, int limit) throws StreamDecodeException {
		int initial = initial();
		if (initial >> 5 != major || (initial & 0x1F) == INDEFINITE) {
			throw new StreamDecodeException("a definite string is expected");
		}
		int length = count(argument(initial));
		if (length > limit) {
			throw new StreamDecodeException("a string has " + length + " instead of at most " + limit + " bytes");
		}
		int from = take(length);
		return Arrays.copyOfRange(data, from, from + length);
	}

	private int initial() throws StreamDecodeException {
		return data[take(1)] & 0xFF;
	}

	private long argument(int initial) throws StreamDecodeException {
		int kind = initial & 0x1F;
		if (kind < 24) {
			return kind;
		}
		if (kind > 27) {
			throw new StreamDecodeException("an item has a reserved length");
		}
		int width = 1 << kind - 24;
		int from = take(width);
		long value = 0;
		for (int i = from; i < from + width; i++) {
			value = value << Byte.SIZE | data[i] & 0xFF;
		}
		return value;
	}

	private static int count(long argument) throws StreamDecodeException {
		if (argument < 0 || argument > Integer.MAX_VALUE) {
			throw new StreamDecodeException("a number is too large");
		}
		return (int) argument;
	}

	/** Passes bytes and returns where they begin. */
	private int take(int length) throws StreamDecodeException {
		if (length > data.length - at) {
			throw new StreamDecodeException("it ends too early");
		}
		int from = at;
		at += length;
		return from;
	}
}
