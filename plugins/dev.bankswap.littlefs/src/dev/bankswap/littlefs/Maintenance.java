/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Work on a volume that changes nothing that a path shows: what could be done later is done now, or the volume gets more blocks. */
final class Maintenance {

	private final Volume volume;
	private final MetadataWriter metadata;
	private final Consistency consistency;

	Maintenance(Volume volume, MetadataWriter metadata, Consistency consistency) {
		this.volume = volume;
		this.metadata = metadata;
		this.consistency = consistency;
	}

	/** Compacts the pairs whose logs are nearly full, and looks for free blocks. */
	void collectGarbage() throws LfsException {
		BitSet done = new BitSet();
		// a compaction can move other pairs, so that the list is looked at again after each
		for (int left = volume.geometry.blockCount() / 2; left > 0; left--) {
			List<MetadataPair> full = new ArrayList<>();
			volume.list.walk(pair -> {
				if (isNearlyFull(pair) && !done.get(pair.blocks().first())) {
					full.add(pair);
				}
				return full.isEmpty();
			});
			if (full.isEmpty()) {
				break;
			}
			MetadataPair pair = full.get(0);
			done.set(pair.blocks().first());
			done.set(pair.blocks().second());
			metadata.compact(pair, pair.content());
		}
		volume.allocator().lookAhead();
	}

	/** The larger size is valid with the one commit that says so; until then, no block behind the old end is used. */
	void grow(int blockCount) throws LfsException {
		consistency.writeSuperblock(volume.superblock().withBlockCount(blockCount));
	}

	private boolean isNearlyFull(MetadataPair pair) {
		int size = volume.geometry.blockSize();
		return !pair.appendable() || pair.end() > size - size / 8;
	}
}
