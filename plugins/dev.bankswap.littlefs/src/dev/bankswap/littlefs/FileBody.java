/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * The content of an open file, at first that of the directory's entry. Changes are made in memory as long as the file is small
 * enough to be stored in its directory, and in new blocks otherwise; the entry has to be told afterwards.
 */
final class FileBody {

	private static final int ZEROS = 512;

	private final Volume volume;
	private boolean inline;
	private byte[] small = new byte[0];
	private Chain chain = Chain.EMPTY;
	private Optional<ChainWriter> writer = Optional.empty();

	FileBody(Volume volume, FileEntry entry) throws LfsException {
		this.volume = volume;
		inline = !entry.isCtz();
		if (inline) {
			small = entry.struct();
		} else {
			chain = volume.files.chain(entry.ctz());
		}
	}

	long size() {
		long stored = inline ? small.length : chain.size();
		return writer.isPresent() ? Math.max(stored, writer.get().position()) : stored;
	}

	/** Tells whether there is something to be flushed before it can be read. */
	boolean isBuffered() {
		return writer.isPresent();
	}

	/** Reads what lies in the file; the caller has limited the length to its size. */
	void read(long position, byte[] target, int start, int length) throws LfsException {
		if (inline) {
			System.arraycopy(small, (int) position, target, start, length);
		} else {
			volume.files.read(chain, position, target, start, length);
		}
	}

	/** Writes at a position, which may be behind the end; zeros fill the gap. */
	void write(long position, byte[] source, int start, int length) throws LfsException {
		long size = size();
		if (position > size) {
			fill(size, position - size);
		}
		put(position, source, start, length);
	}

	void truncate(long size) throws LfsException {
		long now = size();
		if (size > now) {
			fill(now, size - now);
			return;
		}
		flush();
		if (inline) {
			small = Arrays.copyOf(small, (int) size);
		} else if (size <= volume.geometry.inlineMax()) {
			byte[] left = new byte[(int) size];
			volume.files.read(chain, 0, left, 0, left.length);
			toInline(left);
		} else {
			chain = new Chain(Arrays.copyOf(chain.blocks(), volume.files.indexOf(size - 1) + 1), size);
		}
	}

	/** Writes to the device what is still buffered; what follows the position of the last write is copied. */
	void flush() throws LfsException {
		if (writer.isPresent()) {
			ChainWriter running = writer.get();
			byte[] part = new byte[volume.geometry.blockSize()];
			while (running.position() < chain.size()) {
				int length = (int) Math.min(part.length, chain.size() - running.position());
				volume.files.read(chain, running.position(), part, 0, length);
				running.write(part, 0, length);
			}
			chain = running.finish();
			writer = Optional.empty();
		}
	}

	/** Tells what the directory's entry has to refer to; nothing is buffered any more. */
	Change.SetStruct change(int id) {
		return inline ? new Change.SetStruct(id, Tag.TYPE_INLINESTRUCT, small)
				: new Change.SetStruct(id, Tag.TYPE_CTZSTRUCT, chain.pointer().encode());
	}

	void addBlocks(BitSet used) {
		chain.addBlocks(used);
		writer.ifPresent(running -> running.addBlocks(used));
	}

	private void put(long position, byte[] source, int start, int length) throws LfsException {
		if (inline && position + length <= volume.geometry.inlineMax()) {
			small = Arrays.copyOf(small, Math.max(small.length, (int) position + length));
			System.arraycopy(source, start, small, (int) position, length);
			return;
		}
		if (inline) {
			toChain(position);
		} else if (writer.isEmpty() || writer.get().position() != position) {
			flush();
			writer = Optional.of(new ChainWriter(volume, chain, position));
		}
		writer.orElseThrow().write(source, start, length);
	}

	/** The content has become too large; what it has in front of the position goes to blocks. */
	private void toChain(long position) throws LfsException {
		ChainWriter started = new ChainWriter(volume, Chain.EMPTY, 0);
		started.write(small, 0, (int) position);
		toInline(new byte[0]);
		inline = false;
		writer = Optional.of(started);
	}

	private void toInline(byte[] content) {
		inline = true;
		small = content;
		chain = Chain.EMPTY;
	}

	private void fill(long position, long length) throws LfsException {
		byte[] zeros = new byte[ZEROS];
		for (long done = 0; done < length; done += zeros.length) {
			put(position + done, zeros, 0, (int) Math.min(zeros.length, length - done));
		}
	}
}
