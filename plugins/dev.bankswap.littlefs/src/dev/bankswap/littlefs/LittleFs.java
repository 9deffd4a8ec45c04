/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mounted littlefs volume. It is written in disk version 2.0, as the firmware does; version 2.1 can be read. An instance belongs
 * to one thread. Media that are damaged lead to an {@link LfsException} with {@link LfsError#CORRUPT}, never to an endless walk.
 *
 * <p>Paths are absolute, with {@code /} between their parts; names are UTF-8.
 */
public final class LittleFs implements AutoCloseable {

	private final Volume volume;
	private final PathWalk walk;
	private final boolean readOnly;
	private final VolumeWriter writer;
	private boolean closed;

	/** A part of an operation that may fail. */
	@FunctionalInterface
	private interface Action<T> {
		T run() throws LfsException;
	}

	private LittleFs(Volume volume, boolean readOnly) {
		this.volume = volume;
		this.readOnly = readOnly;
		this.walk = new PathWalk(volume);
		this.writer = new VolumeWriter(volume, walk);
	}

	/**
	 * Makes an empty volume.
	 *
	 * @param device the device
	 * @param geometry its configuration
	 * @throws LfsException if the device fails
	 */
	public static void format(BlockDevice device, Geometry geometry) throws LfsException {
		VolumeWriter.format(new Volume(device, geometry));
	}

	/**
	 * Mounts a volume to read and write it. Like the firmware, this refuses disk version 2.1.
	 *
	 * @param device the device
	 * @param geometry its configuration
	 * @return the volume
	 * @throws LfsException {@link LfsError#CORRUPT} if there is no intact volume, {@link LfsError#INVAL} if it is of another kind
	 */
	public static LittleFs mount(BlockDevice device, Geometry geometry) throws LfsException {
		Volume volume = new Volume(device, geometry);
		volume.load(Superblock.VERSION_2_0);
		return new LittleFs(volume, false);
	}

	/**
	 * Mounts a volume to read it only: the device is never written, not even to repair it.
	 *
	 * @param device the device
	 * @param geometry its configuration
	 * @return the volume
	 * @throws LfsException {@link LfsError#CORRUPT} if there is no intact volume, {@link LfsError#INVAL} if it is of another kind
	 */
	public static LittleFs mountReadOnly(BlockDevice device, Geometry geometry) throws LfsException {
		Volume volume = new Volume(device, geometry);
		volume.load(Superblock.VERSION_2_1);
		return new LittleFs(volume, true);
	}

	/**
	 * Tells whether a file or directory exists.
	 *
	 * @param path the path
	 * @return true if it does
	 * @throws LfsException if the volume is damaged
	 */
	public boolean exists(String path) throws LfsException {
		try {
			stat(path);
			return true;
		} catch (LfsException e) {
			if (e.error() == LfsError.NOENT || e.error() == LfsError.NOTDIR) {
				return false;
			}
			throw e;
		}
	}

	/**
	 * Tells what a path leads to.
	 *
	 * @param path the path
	 * @return the file or directory
	 * @throws LfsException {@link LfsError#NOENT} if there is none
	 */
	public Entry stat(String path) throws LfsException {
		return read(path, () -> {
			Optional<PathWalk.Location> location = walk.findExisting(path);
			return location.isPresent() ? entry(location.get().entry().orElseThrow()) : new Entry("/", true, 0);
		});
	}

	/**
	 * Reads a file.
	 *
	 * @param path the path
	 * @return its content
	 * @throws LfsException {@link LfsError#NOENT} if there is none, {@link LfsError#ISDIR} if it is a directory
	 */
	public byte[] readFile(String path) throws LfsException {
		return read(path, () -> {
			Optional<FileEntry> found = walk.findExisting(path).flatMap(PathWalk.Location::entry);
			if (found.isEmpty() || !found.get().isFile()) {
				throw new LfsException(LfsError.ISDIR, "A directory cannot be read as a file.");
			}
			FileEntry file = found.get();
			return switch (file.structType()) {
				case Tag.TYPE_INLINESTRUCT -> file.struct().clone();
				case Tag.TYPE_CTZSTRUCT -> volume.files.read(file.ctz());
				default -> throw new LfsException(LfsError.CORRUPT, "The file has damaged metadata.");
			};
		});
	}

	/**
	 * Creates a file or replaces its content.
	 *
	 * @param path the path; its directory must exist
	 * @param content the whole content
	 * @throws LfsException if it cannot be written; the old content is kept then
	 */
	public void writeFile(String path, byte[] content) throws LfsException {
		write(path, () -> writer.writeFile(path, content));
	}

	/**
	 * Creates a directory.
	 *
	 * @param path the path; its parent must exist
	 * @throws LfsException {@link LfsError#EXIST} if there is something of that name
	 */
	public void mkdir(String path) throws LfsException {
		write(path, () -> writer.mkdir(path));
	}

	/**
	 * Removes a file or an empty directory.
	 *
	 * @param path the path
	 * @throws LfsException {@link LfsError#NOENT} if there is none, {@link LfsError#NOTEMPTY} if the directory has entries
	 */
	public void remove(String path) throws LfsException {
		write(path, () -> writer.remove(path));
	}

	/**
	 * Lists a directory.
	 *
	 * @param path the path
	 * @return its files and directories in the order of the volume: by the bytes of their names, but a name after longer ones that start
	 *         with it
	 * @throws LfsException {@link LfsError#NOTDIR} if it is a file
	 */
	public List<Entry> list(String path) throws LfsException {
		return read(path, () -> {
			List<Entry> entries = new ArrayList<>();
			for (MetadataPair pair : walk.pairs(walk.directory(path))) {
				for (FileEntry entry : pair.entries()) {
					if (entry.isFile() || entry.isDirectory()) {
						entries.add(entry(entry));
					}
				}
			}
			return entries;
		});
	}

	/**
	 * Counts the blocks in use.
	 *
	 * @return blocks that hold metadata or content of files
	 * @throws LfsException if the volume is damaged
	 */
	public int usedBlocks() throws LfsException {
		return read("", () -> volume.usage.collect(false).cardinality());
	}

	/**
	 * Tells the version of the disk format.
	 *
	 * @return {@code 0x00020000} for version 2.0, {@code 0x00020001} for 2.1
	 */
	public int diskVersion() {
		return volume.superblock().version();
	}

	/**
	 * Unmounts the volume; no other method can be used afterwards. Everything has been written before.
	 *
	 * @throws LfsException if the device fails
	 */
	@Override
	public void close() throws LfsException {
		if (!closed && !readOnly) {
			volume.device.sync();
		}
		closed = true;
	}

	private static Entry entry(FileEntry entry) throws LfsException {
		return new Entry(entry.text(), entry.isDirectory(), entry.isDirectory() ? 0 : entry.size());
	}

	private <T> T read(String path, Action<T> action) throws LfsException {
		try {
			if (closed) {
				throw new LfsException(LfsError.BADF, "The volume is closed.");
			}
			return action.run();
		} catch (LfsException e) {
			throw e.at(path);
		}
	}

	private void write(String path, VolumeWriter.Operation operation) throws LfsException {
		read(path, () -> {
			if (readOnly) {
				throw new LfsException(LfsError.BADF, "The volume is mounted read-only.");
			}
			writer.run(operation);
			return this;
		});
	}
}
