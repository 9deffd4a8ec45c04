/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * A mounted littlefs volume. It is written in disk version 2.0, as the firmware does, unless another version is asked for. An
 * instance and its files belong to one thread. Media that are damaged lead to an {@link LfsException} with {@link LfsError#CORRUPT}, never to an endless walk.
 *
 * <p>Paths are absolute, with {@code /} between their parts; names are UTF-8.
 */
public final class LittleFs implements AutoCloseable {

	private static final int ATTRIBUTE_TYPES = 256;

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
		format(device, geometry, DiskVersion.V2_0);
	}

	/**
	 * Makes an empty volume of a version.
	 *
	 * @param device the device
	 * @param geometry its configuration
	 * @param version the version of the disk format
	 * @throws LfsException if the device fails
	 */
	public static void format(BlockDevice device, Geometry geometry, DiskVersion version) throws LfsException {
		Volume.requireFit(device, geometry);
		VolumeWriter.format(new Volume(device, geometry, version));
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
		return mount(device, geometry, DiskVersion.V2_0);
	}

	/**
	 * Mounts a volume to read and write it. A newer version is refused; the superblock of an older one is changed before the first
	 * write, so that software that knows only that one refuses the volume from then on.
	 *
	 * @param device the device
	 * @param geometry its configuration
	 * @param version the version of the disk format to write
	 * @return the volume
	 * @throws LfsException {@link LfsError#CORRUPT} if there is no intact volume, {@link LfsError#INVAL} if it is of another kind
	 */
	public static LittleFs mount(BlockDevice device, Geometry geometry, DiskVersion version) throws LfsException {
		return mounted(device, geometry, version, false);
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
		return mounted(device, geometry, DiskVersion.V2_1, true);
	}

	private static LittleFs mounted(BlockDevice device, Geometry geometry, DiskVersion version, boolean readOnly) throws LfsException {
		Volume.requireFit(device, geometry);
		Volume volume = new Volume(device, geometry, version);
		volume.load();
		return new LittleFs(volume, readOnly);
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
			FileEntry file = walk.existingFile(path);
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
	 * Gives a file or directory another name or place, in one step even if the power fails. A file replaces a file of the new name, a
	 * directory an empty directory.
	 *
	 * @param from the old path
	 * @param to the new path; its directory must exist
	 * @throws LfsException {@link LfsError#NOENT} if there is nothing at the old path, {@link LfsError#ISDIR},
	 *         {@link LfsError#NOTDIR} or {@link LfsError#NOTEMPTY} if it cannot replace what is at the new one, {@link LfsError#INVAL}
	 *         if a directory is to be moved into itself
	 */
	public void rename(String from, String to) throws LfsException {
		write(from, () -> writer.rename(from, to));
	}

	/**
	 * Opens a file.
	 *
	 * @param path the path
	 * @param modes {@link OpenMode#RDONLY}, {@link OpenMode#WRONLY} or {@link OpenMode#RDWR}, and how to open
	 * @return the file, to be closed
	 * @throws LfsException {@link LfsError#BADF} if the file is open already and one of both is for writing, {@link LfsError#NOENT} or
	 *         {@link LfsError#EXIST} if the modes forbid it, {@link LfsError#ISDIR} if it is a directory, {@link LfsError#INVAL} if the
	 *         modes do not say whether to read or to write
	 */
	public LfsFile open(String path, OpenMode... modes) throws LfsException {
		Set<OpenMode> all = Set.copyOf(Arrays.asList(modes));
		boolean forWriting = all.contains(OpenMode.WRONLY) || all.contains(OpenMode.RDWR);
		if (!forWriting && !all.contains(OpenMode.RDONLY)) {
			throw new LfsException(LfsError.INVAL, path, "A file is opened to read, to write or both.");
		}
		Action<LfsFile> opening = () -> {
			volume.openFiles.requireFree(path, forWriting);
			if (forWriting || all.contains(OpenMode.CREAT)) {
				requireWritable();
				writer.run(() -> writer.prepareOpening(path, all));
			}
			LfsFile file = new LfsFile(volume, writer, path, all, walk.existingFile(path));
			volume.openFiles.add(file);
			return file;
		};
		return read(path, opening);
	}

	/**
	 * Reads a user attribute.
	 *
	 * @param path the path of a file or directory
	 * @param type the type of the attribute, 0 to 255
	 * @return its value
	 * @throws LfsException {@link LfsError#NOATTR} if there is no such attribute
	 */
	public byte[] getAttribute(String path, int type) throws LfsException {
		Objects.checkIndex(type, ATTRIBUTE_TYPES);
		return read(path, () -> writer.attributed(path).entry().flatMap(entry -> entry.attribute(type))
				.orElseThrow(() -> new LfsException(LfsError.NOATTR, "There is no attribute of type " + type + ".")).clone());
	}

	/**
	 * Sets a user attribute.
	 *
	 * @param path the path of a file or directory
	 * @param type the type of the attribute, 0 to 255
	 * @param value its value
	 * @throws LfsException {@link LfsError#NOSPC} if it is too long
	 */
	public void setAttribute(String path, int type, byte[] value) throws LfsException {
		Objects.checkIndex(type, ATTRIBUTE_TYPES);
		write(path, () -> writer.setAttribute(path, type, value));
	}

	/**
	 * Removes a user attribute, if there is one.
	 *
	 * @param path the path of a file or directory
	 * @param type the type of the attribute, 0 to 255
	 * @throws LfsException {@link LfsError#NOENT} if the path leads nowhere
	 */
	public void removeAttribute(String path, int type) throws LfsException {
		Objects.checkIndex(type, ATTRIBUTE_TYPES);
		write(path, () -> writer.removeAttribute(path, type));
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
	 * Visits the blocks in use, those of open files included, each once and in ascending order.
	 *
	 * @param visitor receives the number of a block
	 * @throws LfsException if the volume is damaged
	 */
	public void traverse(IntConsumer visitor) throws LfsException {
		read("", () -> volume.usage.collect(false)).stream().forEach(visitor);
	}

	/**
	 * Does now what would slow down a later write: repairs what a power cut has left, compacts directories whose logs are nearly full,
	 * looks for free blocks.
	 *
	 * @throws LfsException if the volume is damaged
	 */
	public void gc() throws LfsException {
		write("", () -> writer.maintenance().collectGarbage());
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
	 * Unmounts the volume; no other method can be used afterwards. Files that are open are closed.
	 *
	 * @throws LfsException if the device fails
	 */
	@Override
	public void close() throws LfsException {
		if (closed) {
			return;
		}
		closed = true;
		for (LfsFile file : volume.openFiles.all()) {
			file.close();
		}
		if (!readOnly) {
			volume.device.sync();
		}
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
			requireWritable();
			writer.run(operation);
			return this;
		});
	}

	private void requireWritable() throws LfsException {
		if (readOnly) {
			throw new LfsException(LfsError.BADF, "The volume is mounted read-only.");
		}
	}
}
