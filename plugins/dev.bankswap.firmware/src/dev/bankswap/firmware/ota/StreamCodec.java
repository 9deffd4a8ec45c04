/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import dev.bankswap.firmware.codec.CborWriter;

/** The CBOR messages of a stream: the request for blocks, and the blocks. */
final class StreamCodec {

	/** Bytes of a full block. */
	static final int BLOCK_SIZE = 2048;

	private StreamCodec() {
	}

	/** Encodes a request for at most so many of the blocks whose bits are set, always from block 0. */
	static byte[] request(long fileId, byte[] bitmap, int blocks) {
		return new CborWriter().map(6).text("c").text("rdy").text("f").number(fileId).text("l").number(BLOCK_SIZE).text("o")
				.number(0).text("b").bytes(bitmap).text("n").number(blocks).toByteArray();
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
