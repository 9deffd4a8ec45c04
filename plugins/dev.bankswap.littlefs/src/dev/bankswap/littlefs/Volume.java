/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

/** The parts of a mounted volume, and where its root directory is. */
final class Volume {

	final BlockDevice device;
	final Geometry geometry;
	final GlobalStateTracker state = new GlobalStateTracker();
	final MetadataReader reader;
	final ThreadedList list;
	final CtzList files;
	final BlockUsage usage;
	private BlockAllocator allocator;
	private BlockPair root = BlockPair.SUPERBLOCK;
	private Superblock superblock;

	/** Creates a volume that is to be formatted or mounted. */
	Volume(BlockDevice device, Geometry geometry) throws LfsException {
		if (device.blockSize() != geometry.blockSize() || device.blockCount() != geometry.blockCount()) {
			throw new LfsException(LfsError.INVAL, "The device has " + device.blockCount() + " blocks of " + device.blockSize()
					+ " bytes, the configuration says " + geometry.blockCount() + " of " + geometry.blockSize() + ".");
		}
		this.device = device;
		this.geometry = geometry;
		this.superblock = Superblock.of(geometry);
		reader = new MetadataReader(device, geometry);
		list = new ThreadedList(reader, geometry);
		files = new CtzList(device, geometry, reader);
		usage = new BlockUsage(list, files, geometry);
		allocator = BlockAllocator.ofEmptyVolume(usage, geometry);
	}

	/** Finds root directory, limits and global state; also after an operation that failed half-way. */
	void load(int newestVersion) throws LfsException {
		Scan scan = new Scan(newestVersion);
		list.walk(scan::visit);
		if (!scan.found) {
			throw new LfsException(LfsError.INVAL, "The volume has no littlefs superblock.");
		}
		root = scan.lastRoot;
		superblock = scan.last;
		state.mounted(scan.sum);
		allocator = new BlockAllocator(usage, geometry, Integer.remainderUnsigned(scan.seed, geometry.blockCount()));
	}

	BlockAllocator allocator() {
		return allocator;
	}

	BlockPair root() {
		return root;
	}

	void setRoot(BlockPair moved) {
		root = moved;
	}

	Superblock superblock() {
		return superblock;
	}

	/** Fetches a pair as the user is to see it. */
	MetadataPair fetch(BlockPair pair) throws LfsException {
		return reader.fetch(pair).withoutMoved(state.current());
	}

	/** What one walk over all metadata tells. The last superblock entry is in the root directory. */
	private final class Scan {

		private final int newestVersion;
		private boolean found;
		private BlockPair lastRoot = BlockPair.SUPERBLOCK;
		private Superblock last = Superblock.of(geometry);
		private GlobalState sum = GlobalState.ZERO;
		private int seed;

		Scan(int newestVersion) {
			this.newestVersion = newestVersion;
		}

		boolean visit(MetadataPair pair) throws LfsException {
			seed = Integer.rotateLeft(seed, 5) ^ pair.checksum();
			sum = sum.xor(pair.delta());
			if (!pair.entries().isEmpty() && Superblock.isSuperblock(pair.entries().get(0))) {
				last = Superblock.decode(pair.entries().get(0));
				last.check(geometry, newestVersion);
				lastRoot = pair.blocks();
				found = true;
			}
			return true;
		}
	}
}
