/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The CBOR messages of a stream: the request for blocks, and the blocks. */
final class StreamCodec {

	/** Bytes of a full block. */
	static final int BLOCK_SIZE = 2048;

	private static final int UNSIGNED = 0;
	private static final int BYTES = 2;
	private static final int TEXT = 3;
	private static final int MAP = 5;
	private static final int MAJOR_SHIFT = 5;

	private StreamCodec() {
	}

	/** Encodes a request for at most so many of the blocks whose bits are set, always from block 0. */
	static byte[] request(long fileId, byte[] bitmap, int blocks) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		head(out, MAP, 6);
		text(out, "c");
		text(out, "rdy");
		text(out, "f");
		head(out, UNSIGNED, fileId);
		text(out, "l");
		head(out, UNSIGNED, BLOCK_SIZE);
		text(out, "o");
		head(out, UNSIGNED, 0);
		text(out, "b");
		head(out, BYTES, bitmap.length);
		out.writeBytes(bitmap);
		text(out, "n");
		head(out, UNSIGNED, blocks);
		return out.toByteArray();
	}

	/** Decodes a data message: a map in any order, definite or not, in which other keys are ignored. */
	static StreamBlock block(byte[] message) throws StreamDecodeException {
		CborReader in = new CborReader(message);
		int entries = in.mapEntries();
		Fields fields = new Fields();
		for (int i = 0; entries < 0 ? !in.atBreak() : i < entries; i++) {
			String key = in.text();
			switch (key) {
			case "f" -> fields.fileId = in.integer();
			case "i" -> fields.index = in.integer();
			case "l" -> fields.size = in.integer();
			case "p" -> {
				fields.payload = in.bytes(BLOCK_SIZE);
				fields.hasPayload = true;
			}
			default -> in.skip();
			}
		}
		return fields.block();
	}

	private static void text(ByteArrayOutputStream out, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		head(out, TEXT, bytes.length);
		out.writeBytes(bytes);
	}

	/** Writes the initial byte of an item and its argument in the shortest form. */
	private static void head(ByteArrayOutputStream out, int major, long argument) {
		int top = major << MAJOR_SHIFT;
		if (argument < 24) {
			out.write(top | (int) argument);
			return;
		}
		int width = argument <= 0xFF ? 0 : argument <= 0xFFFF ? 1 : 2;
		out.write(top | 24 + width);
		for (int shift = (Byte.SIZE << width) - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
			out.write((int) (argument >> shift));
		}
	}

	/** The fields of a data message as far as they were found. */
	private static final class Fields {

		private static final int ABSENT = -1;

		private int fileId = ABSENT;
		private int index = ABSENT;
		private int size = ABSENT;
		private byte[] payload = new byte[0];
		private boolean hasPayload;

		StreamBlock block() throws StreamDecodeException {
			if (fileId < 0 || index < 0 || size < 0 || !hasPayload) {
				throw new StreamDecodeException("one of the keys f, i, l and p is missing");
			}
			return new StreamBlock(fileId, index, size, payload);
		}
	}
}
