/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.service.ServiceException;

/**
 * What a device asks for with GetStream.
 *
 * @param token echoed in every reply
 * @param streamVersion the version that the device believes to be current, if it cares
 * @param fileId which file
 * @param blockSize bytes of a block
 * @param offset number of the first block that bitmap or range speak of
 * @param count most blocks to send
 * @param wanted bit k stands for block offset + k; nothing means: all from the offset on
 */
record BlockRequest(Optional<String> token, OptionalInt streamVersion, int fileId, int blockSize, int offset, int count,
		Optional<BitSet> wanted) {

	static final int MAX_TOKEN = 64;

	private static final int MIN_BLOCK = 256;

	private static final int MAX_TOTAL = 131_072;

	private static final int MAX_OFFSET = 98_304;

	private static final int MAX_BITMAP = 12_288;

	static BlockRequest read(ObjectNode body) {
		Optional<String> token = token(body);
		int fileId = required(body, "f", "InvalidRequest");
		if (fileId < 0 || fileId > 255) {
			throw refusal("InvalidRequest", "f must be 0 to 255");
		}
		int blockSize = required(body, "l", "InvalidRequest");
		if (blockSize < MIN_BLOCK || blockSize > MAX_TOTAL) {
			throw refusal("BlockSizeOutOfBounds", "l must be " + MIN_BLOCK + " to " + MAX_TOTAL);
		}
		int offset = optional(body, "o", "OffsetOutOfBounds").orElse(0);
		if (offset < 0 || offset > MAX_OFFSET) {
			throw refusal("OffsetOutOfBounds", "o must be 0 to " + MAX_OFFSET);
		}
		Optional<BitSet> wanted = bitmap(body.path("b"));
		OptionalInt count = optional(body, "n", "BlockCountLimitExceeded");
		if (count.isEmpty() && wanted.isEmpty()) {
			throw refusal("InvalidRequest", "n or b is required");
		}
		if (count.isPresent() && count.getAsInt() < 1 || count.orElse(1) > MAX_OFFSET) {
			throw refusal("BlockCountLimitExceeded", "n must be 1 to " + MAX_OFFSET);
		}
		return new BlockRequest(token, optional(body, "s", "InvalidRequest"), fileId, blockSize, offset,
				count.orElse(MAX_TOTAL / blockSize), wanted);
	}

	static Optional<String> token(ObjectNode body) {
		JsonNode node = body.path("c");
		if (node.isMissingNode()) {
			return Optional.empty();
		}
		if (!node.isTextual() || node.textValue().getBytes(StandardCharsets.UTF_8).length > MAX_TOKEN) {
			throw refusal("InvalidRequest", "c must be a text of at most " + MAX_TOKEN + " bytes");
		}
		return Optional.of(node.textValue());
	}

	/**
	 * The blocks to send, in ascending order: not more than asked for, and not more than one reply may carry. What lies
	 * behind the end of the file is left out.
	 *
	 * @param fileSize bytes of the file
	 * @return numbers of blocks
	 */
	List<Integer> blocksOf(int fileSize) {
		int total = (fileSize + blockSize - 1) / blockSize;
		if (offset >= total) {
			throw refusal("OffsetOutOfBounds", "The file has " + total + " blocks of this size");
		}
		List<Integer> blocks = new ArrayList<>();
		int most = Math.min(count, MAX_TOTAL / blockSize);
		for (int block = offset; block < total && blocks.size() < most; block++) {
			int bit = block - offset;
			if (wanted.map(bits -> bits.get(bit)).orElse(Boolean.TRUE)) {
				blocks.add(block);
			}
		}
		return blocks;
	}

	private static Optional<BitSet> bitmap(JsonNode node) {
		if (node.isMissingNode()) {
			return Optional.empty();
		}
		byte[] bytes = bitmapBytes(node);
		if (bytes.length >= MAX_BITMAP) {
			throw refusal("BlockBitmapLimitExceeded", "b must be shorter than " + MAX_BITMAP + " bytes");
		}
		return Optional.of(BitSet.valueOf(bytes));
	}

	private static byte[] bitmapBytes(JsonNode node) {
		try {
			if (node.isBinary()) {
				return node.binaryValue();
			}
			// CBOR has byte strings; JSON has to make do with digits
			String digits = node.isTextual() ? node.textValue().replaceFirst("^0[xX]", "") : "-";
			return HexFormat.of().parseHex(digits);
		} catch (IOException | IllegalArgumentException e) {
			throw refusal("InvalidRequest", "b must be a byte string, in JSON hexadecimal digits");
		}
	}

	private static int required(ObjectNode body, String name, String code) {
		return optional(body, name, code).orElseThrow(() -> refusal(code, name + " is required"));
	}

	private static OptionalInt optional(ObjectNode body, String name, String code) {
		JsonNode node = body.path(name);
		if (node.isMissingNode()) {
			return OptionalInt.empty();
		}
		if (!node.isIntegralNumber() || !node.canConvertToInt()) {
			throw refusal(code, name + " must be a whole number");
		}
		return OptionalInt.of(node.intValue());
	}

	private static ServiceException refusal(String code, String message) {
		return new ServiceException(code, 400, message);
	}
}
