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
	final OpenFiles openFiles = new OpenFiles();
	private final DiskVersion version;
	private BlockPair root = BlockPair.SUPERBLOCK;
	private Superblock superblock;

	/**
	 * Creates a volume that is to be formatted or mounted.
	 *
	 * @param version the newest version to read, and the one to write
	 */
	Volume(BlockDevice device, Geometry geometry, DiskVersion version) {
		this.device = device;
		this.geometry = geometry;
		this.version = version;
		this.superblock = Superblock.of(geometry, version);
		reader = new MetadataReader(device, geometry);
		list = new ThreadedList(reader, geometry);
		files = new CtzList(device, geometry, reader);
		usage = new BlockUsage(list, files, openFiles, geometry);
		allocator = BlockAllocator.ofEmptyVolume(usage, geometry);
	}

	/** Refuses a configuration that is not that of the device. */
	static void requireFit(BlockDevice device, Geometry geometry) throws LfsException {
		if (device.blockSize() != geometry.blockSize() || device.blockCount() != geometry.blockCount()) {
			throw new LfsException(LfsError.INVAL, "The device has " + device.blockCount() + " blocks of " + device.blockSize()
					+ " bytes, the configuration says " + geometry.blockCount() + " of " + geometry.blockSize() + ".");
		}
	}

	/** Finds root directory, limits and global state; also after an operation that failed half-way. */
	void load() throws LfsException {
		load(scan());
	}

	/** Reads the superblock of a volume that may be smaller than the configuration says. */
	Superblock peek() throws LfsException {
		return scan().last;
	}

	private Scan scan() throws LfsException {
		Scan scan = new Scan();
		list.walk(scan::visit);
		if (!scan.found) {
			throw new LfsException(LfsError.INVAL, "The volume has no littlefs superblock.");
		}
		return scan;
	}

	private void load(Scan scan) throws LfsException {
		scan.last.checkSize(geometry);
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

	/** Takes over a superblock that is about to be written. */
	void setSuperblock(Superblock changed) {
		superblock = changed;
	}

	/** Tells whether the superblock names an older version than the one that is to be written. */
	boolean isOfOlderVersion() {
		return superblock.version() < version.number();
	}

	DiskVersion version() {
		return version;
	}

	/** Fetches a pair as the user is to see it. */
	MetadataPair fetch(BlockPair pair) throws LfsException {
		return reader.fetch(pair).withoutMoved(state.current());
	}

	/** What one walk over all metadata tells. The last superblock entry is in the root directory. */
	private final class Scan {

		private boolean found;
		private BlockPair lastRoot = BlockPair.SUPERBLOCK;
		private Superblock last = superblock;
		private GlobalState sum = GlobalState.ZERO;
		private int seed;

		boolean visit(MetadataPair pair) throws LfsException {
			seed = Integer.rotateLeft(seed, 5) ^ pair.checksum();
			sum = sum.xor(pair.delta());
			if (!pair.entries().isEmpty() && Superblock.isSuperblock(pair.entries().get(0))) {
				last = Superblock.decode(pair.entries().get(0));
				last.check(version);
				lastRoot = pair.blocks();
				found = true;
			}
			return true;
		}
	}
}
