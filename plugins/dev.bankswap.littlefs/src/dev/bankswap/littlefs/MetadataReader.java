/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.LinkedHashMap;
import java.util.Map;

/** Fetches metadata pairs from the device: of the two blocks, the newer one that is intact counts. */
final class MetadataReader {

	/** The logs that were read last are not applied again, as long as their blocks have the same bytes. */
	private static final int REMEMBERED = 32;

	private final BlockDevice device;
	private final Geometry geometry;
	private final byte[] content;
	private final Map<Integer, BlockParser> recent = new LinkedHashMap<>();

	MetadataReader(BlockDevice device, Geometry geometry) {
		this.device = device;
		this.geometry = geometry;
		this.content = new byte[geometry.blockSize()];
	}

	MetadataPair fetch(BlockPair pair) throws LfsException {
		requireBlock(pair.first());
		requireBlock(pair.second());
		boolean secondIsNewer = revision(pair.second()) - revision(pair.first()) > 0;
		BlockPair newerFirst = secondIsNewer ? pair.swapped() : pair;
		BlockParser newer = parse(newerFirst.first());
		if (newer.hasContent()) {
			return newer.result(newerFirst);
		}
		BlockParser older = parse(newerFirst.second());
		if (older.hasContent()) {
			return older.result(newerFirst.swapped());
		}
		throw new LfsException(LfsError.CORRUPT, "Neither block " + pair.first() + " nor block " + pair.second() + " holds intact metadata.");
	}

	/** Tells the revision count that a block seems to have, whatever it contains. */
	int revision(int block) throws LfsException {
		byte[] word = new byte[Integer.BYTES];
		device.read(block, 0, word, 0, word.length);
		return LittleEndian.get(word, 0);
	}

	void requireBlock(int block) throws LfsException {
		if (block < 0 || block >= geometry.blockCount()) {
			throw new LfsException(LfsError.CORRUPT, "Block " + Integer.toUnsignedString(block) + " is outside the volume.");
		}
	}

	private BlockParser parse(int block) throws LfsException {
		device.read(block, 0, content, 0, content.length);
		BlockParser known = recent.get(block);
		if (known != null && known.isOf(content)) {
			return known;
		}
		BlockParser parser = new BlockParser(content.clone(), geometry);
		recent.remove(block);
		recent.put(block, parser);
		if (recent.size() > REMEMBERED) {
			recent.remove(recent.keySet().iterator().next());
		}
		return parser;
	}
}
