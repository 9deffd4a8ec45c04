/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.BitSet;
import java.util.Objects;
import java.util.Set;

/**
 * An open file. What is written gets valid as a whole with {@link #sync()} or {@link #close()}; a power cut before leaves the content
 * of the last one. After a write that failed, the file can only be closed, and keeps that content too.
 */
public final class LfsFile implements AutoCloseable {

	private final Volume volume;
	private final VolumeWriter writer;
	private final Set<OpenMode> modes;
	private final FileBody body;
	private String path;
	private long position;
	private boolean changed;
	private boolean detached;
	private boolean failed;
	private boolean closed;

	/** Opens a file that exists. */
	LfsFile(Volume volume, VolumeWriter writer, String path, Set<OpenMode> modes, FileEntry entry) throws LfsException {
		this.volume = volume;
		this.writer = writer;
		this.modes = modes;
		this.path = PathWalk.normalise(path);
		this.body = new FileBody(volume, entry);
		if (isWritable() && modes.contains(OpenMode.TRUNC)) {
			body.truncate(0);
			changed = true;
		}
	}

	/**
	 * Reads from the current position on.
	 *
	 * @param target where the bytes go
	 * @param offset where in {@code target}
	 * @param length how many at most
	 * @return how many were read; fewer than asked for at the end of the file only, 0 behind it
	 * @throws LfsException {@link LfsError#BADF} if the file is closed or open for writing only
	 */
	public int read(byte[] target, int offset, int length) throws LfsException {
		Objects.checkFromIndexSize(offset, length, target.length);
		require(isReadable(), "The file is not open for reading.");
		int available = (int) Math.max(0, Math.min(length, body.size() - position));
		if (available > 0) {
			if (body.isBuffered()) {
				require(!failed, "A write failed before; the file can only be closed.");
				change(body::flush);
			}
			readBody(target, offset, available);
			position += available;
		}
		return available;
	}

	/**
	 * Writes at the current position, or at the end of the file if it was opened to append. Zeros fill a gap in front of it, even if
	 * there is nothing to write.
	 *
	 * @param source the bytes
	 * @param offset where in {@code source}
	 * @param length how many
	 * @throws LfsException {@link LfsError#BADF} if the file is closed or open for reading only, {@link LfsError#FBIG} if it would
	 *         become too large, {@link LfsError#NOSPC} if the volume is full
	 */
	public void write(byte[] source, int offset, int length) throws LfsException {
		Objects.checkFromIndexSize(offset, length, source.length);
		requireWritable();
		long start = modes.contains(OpenMode.APPEND) ? Math.max(position, body.size()) : position;
		requireSize(start + length, LfsError.FBIG);
		if (length > 0 || start > body.size()) {
			change(() -> body.write(start, source, offset, length));
		}
		position = start + length;
	}

	/**
	 * Moves the position; it may be behind the end of the file.
	 *
	 * @param target the new position, from the start of the file
	 * @throws LfsException {@link LfsError#INVAL} if it is negative or larger than any file can be
	 */
	public void seek(long target) throws LfsException {
		require(true, "");
		requireSize(target, LfsError.INVAL);
		position = target;
	}

	/**
	 * Changes the size; the position stays.
	 *
	 * @param size the new size; zeros are added if the file becomes larger
	 * @throws LfsException {@link LfsError#INVAL} if the size is negative or too large, {@link LfsError#NOSPC} if the volume is full
	 */
	public void truncate(long size) throws LfsException {
		requireWritable();
		requireSize(size, LfsError.INVAL);
		if (size != body.size()) {
			change(() -> body.truncate(size));
		}
	}

	/**
	 * Makes everything valid that was written so far.
	 *
	 * @throws LfsException if it cannot be written; the file keeps its older content then
	 */
	public void sync() throws LfsException {
		require(!failed, "A write failed before; the file keeps its older content.");
		if (changed && !detached) {
			change(() -> writer.replace(path, body));
		}
		changed = false;
	}

	/**
	 * Tells the position.
	 *
	 * @return where the next read begins, from the start of the file
	 */
	public long position() {
		return position;
	}

	/**
	 * Tells the size.
	 *
	 * @return the bytes of the file, with what was written but is not valid yet
	 */
	public long size() {
		return body.size();
	}

	/**
	 * Tells where the file is.
	 *
	 * @return its path; a rename of the file changes it
	 */
	public String path() {
		return path;
	}

	/**
	 * Makes everything valid that was written, and closes the file; unless a write failed before, when the older content is kept.
	 *
	 * @throws LfsException if it cannot be written; the file is closed nevertheless
	 */
	@Override
	public void close() throws LfsException {
		try {
			if (!closed && !failed) {
				sync();
			}
		} finally {
			closed = true;
			volume.openFiles.remove(this);
		}
	}

	boolean isWritable() {
		return modes.contains(OpenMode.WRONLY) || modes.contains(OpenMode.RDWR);
	}

	boolean isAt(String normalised) {
		return !detached && path.equals(normalised);
	}

	void detach() {
		detached = true;
	}

	/** Follows a rename of the file or of a directory above it. */
	void follow(String from, String to) {
		if (!detached && (path.equals(from) || path.startsWith(from + "/"))) {
			path = to + path.substring(from.length());
		}
	}

	void addBlocks(BitSet used) {
		body.addBlocks(used);
	}

	private boolean isReadable() {
		return modes.contains(OpenMode.RDONLY) || modes.contains(OpenMode.RDWR);
	}

	private void requireWritable() throws LfsException {
		require(isWritable(), "The file is not open for writing.");
		require(!failed, "A write failed before; the file can only be closed.");
	}

	private void require(boolean condition, String otherwise) throws LfsException {
		if (closed || !condition) {
			throw new LfsException(LfsError.BADF, path, closed ? "The file is closed." : otherwise);
		}
	}

	private void requireSize(long size, LfsError otherwise) throws LfsException {
		if (size < 0 || size > Integer.toUnsignedLong(volume.superblock().fileMax())) {
			throw new LfsException(otherwise, path, "A file has at most " + Integer.toUnsignedString(volume.superblock().fileMax()) + " bytes.");
		}
	}

	private void readBody(byte[] target, int offset, int length) throws LfsException {
		try {
			body.read(position, target, offset, length);
		} catch (LfsException e) {
			throw e.at(path);
		}
	}

	/** What is left of a content after a failure is not known well enough to use it. */
	private void change(VolumeWriter.Operation operation) throws LfsException {
		changed = true;
		boolean done = false;
		try {
			writer.run(operation);
			done = true;
		} catch (LfsException e) {
			throw e.at(path);
		} finally {
			failed = !done;
		}
	}
}
