/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finishes what a power cut has interrupted, before anything is written: a move whose source still exists, a removed directory
 * that is still in the list, a pair whose relocation the list does not know yet.
 */
final class Consistency {

	/** A place where the list must be repaired: the pair in front of it, and the pair that belongs there, if any. */
	private record Fault(MetadataPair predecessor, Optional<BlockPair> correct) {
	}

	private final Volume volume;
	private final MetadataWriter writer;

	Consistency(Volume volume, MetadataWriter writer) {
		this.volume = volume;
		this.writer = writer;
	}

	void restore() throws LfsException {
		if (volume.isOfOlderVersion()) {
			writeSuperblock(volume.superblock().withVersion(volume.version()));
		}
		GlobalState state = volume.state.current();
		if (state.hasMove()) {
			finishMove(state);
		}
		if (state.outOfSync()) {
			// a relocated pair can hide an orphan, so relocations come first
			repairAll(true);
			repairAll(false);
			volume.state.allOrphansFixed();
		}
	}

	/** Replaces the superblock entry in the root directory first, because that one counts, then the copies in front of it. */
	void writeSuperblock(Superblock changed) throws LfsException {
		volume.setSuperblock(changed);
		List<BlockPair> copies = new ArrayList<>();
		volume.list.walk(pair -> {
			if (!pair.entries().isEmpty() && Superblock.isSuperblock(pair.entries().get(0))) {
				copies.add(0, pair.blocks());
			}
			return true;
		});
		for (BlockPair copy : copies) {
			FileEntry entry = changed.entry();
			writer.commit(volume.reader.fetch(copy), new Change.SetStruct(0, entry.structType(), entry.struct()));
		}
	}

	/** Deletes the source of a move whose destination has been written. */
	void finishMove(GlobalState state) throws LfsException {
		MetadataPair source = volume.reader.fetch(state.movePair());
		volume.state.moveFinished();
		if (state.moveId() < source.entries().size()) {
			writer.commit(source, new Change.Delete(state.moveId()));
		}
	}

	private void repairAll(boolean relocated) throws LfsException {
		for (int left = volume.geometry.blockCount(); left > 0; left--) {
			Optional<Fault> fault = find(relocated);
			if (fault.isEmpty()) {
				return;
			}
			repair(fault.get());
		}
		throw new LfsException(LfsError.CORRUPT, "The list of metadata pairs cannot be repaired.");
	}

	private void repair(Fault fault) throws LfsException {
		if (fault.correct.isPresent()) {
			writer.commit(fault.predecessor, new Change.SetTail(fault.correct.get(), false));
		} else {
			writer.drop(fault.predecessor, volume.reader.fetch(fault.predecessor.tail()));
		}
	}

	/** Looks at each first pair of a directory in the list: who refers to it, and with which blocks? */
	private Optional<Fault> find(boolean relocated) throws LfsException {
		Map<Integer, BlockPair> directories = directoriesByBlock();
		List<Fault> faults = new ArrayList<>();
		volume.list.walk(pair -> {
			if (!pair.hardTail() && !pair.tail().isNull()) {
				Optional<BlockPair> owner = Optional.ofNullable(directories.getOrDefault(pair.tail().first(),
						directories.get(pair.tail().second())));
				boolean wrong = relocated ? owner.isPresent() && !owner.get().sameBlocks(pair.tail()) : owner.isEmpty();
				if (wrong) {
					faults.add(new Fault(pair, owner));
				}
			}
			return faults.isEmpty();
		});
		return faults.stream().findFirst();
	}

	private Map<Integer, BlockPair> directoriesByBlock() throws LfsException {
		Map<Integer, BlockPair> found = new HashMap<>();
		volume.list.walk(pair -> {
			for (FileEntry entry : pair.entries()) {
				if (entry.isDirectory()) {
					found.putIfAbsent(entry.directory().first(), entry.directory());
					found.putIfAbsent(entry.directory().second(), entry.directory());
				}
			}
			return true;
		});
		return found;
	}
}
