/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;

/** Builds one commit at its place in an image of its block. What does not fit any more is counted as an overflow. */
final class CommitBuffer {

	/** Room for the checksum that ends the commit. */
	private static final int FOOTER = Tag.SIZE + Integer.BYTES;

	/** The same with a checksum of the storage behind it. */
	private static final int FORWARD_FOOTER = FOOTER + Tag.SIZE + 2 * Integer.BYTES;

	private final Geometry geometry;
	private final boolean forward;
	private final byte[] image;
	private final int begin;
	private final CRC32 crc = new CRC32();
	private int offset;
	private int previous;
	private boolean overflow;

	/** Starts a commit behind those that the block holds already. */
	CommitBuffer(Volume volume, int begin, int previous) {
		this.geometry = volume.geometry;
		this.forward = volume.superblock().hasForwardChecksums();
		this.image = new byte[geometry.blockSize()];
		Arrays.fill(image, (byte) 0xFF);
		this.begin = begin;
		this.offset = begin;
		this.previous = previous;
	}

	/** Starts the first commit of a block. */
	static CommitBuffer ofNewBlock(Volume volume, int revision) {
		CommitBuffer commit = new CommitBuffer(volume, 0, Tag.START);
		commit.put(LittleEndian.words(revision));
		return commit;
	}

	void add(int type, int id, byte[] data) {
		if (overflow || offset + Tag.SIZE + data.length > image.length - FOOTER) {
			overflow = true;
			return;
		}
		putTag(Tag.of(type, id, data.length));
		put(data);
	}

	/** Adds a tag that deletes an attribute. */
	void addRemoval(int type, int id) {
		if (overflow || offset + Tag.SIZE > image.length - FOOTER) {
			overflow = true;
			return;
		}
		putTag(Tag.of(type, id, Tag.NONE));
	}

	/** Adds all of an entry. */
	void addEntry(int id, FileEntry entry) {
		add(entry.type(), id, entry.name());
		add(entry.structType(), id, entry.struct());
		for (Map.Entry<Integer, byte[]> attribute : entry.attributes().entrySet()) {
			add(Tag.TYPE_USERATTR | attribute.getKey(), id, attribute.getValue());
		}
	}

	void addTail(BlockPair tail, boolean hard) {
		add(hard ? Tag.TYPE_HARDTAIL : Tag.TYPE_SOFTTAIL, Tag.NONE, tail.encode());
	}

	void addGlobalState(GlobalState delta) {
		add(Tag.TYPE_MOVESTATE, Tag.NONE, delta.encode());
	}

	boolean overflowed() {
		return overflow;
	}

	/**
	 * Ends the commit with its checksum and pads it to the program size; a padding that is too long for one tag is divided. The
	 * storage behind it is erased, so that the valid bit that is found there is 1.
	 */
	void finish() {
		int program = geometry.programSize();
		int footer = forward ? FORWARD_FOOTER : FOOTER;
		int end = (Math.min(offset + footer, image.length) + program - 1) / program * program;
		while (offset < end) {
			int data = offset + Tag.SIZE;
			int next = data + Math.min(end - data, Tag.MAX_LENGTH);
			if (next < end) {
				next = Math.min(next, end - footer);
			} else if (forward && next + program <= image.length) {
				putForwardChecksum();
				data = offset + Tag.SIZE;
			}
			putTag(Tag.of(Tag.TYPE_CRC, Tag.NONE, next - data));
			put(LittleEndian.words(~(int) crc.getValue()));
			crc.reset();
			offset = next;
		}
	}

	/** An interrupted program operation on the storage behind the commit shows because this does not match any more. */
	private void putForwardChecksum() {
		byte[] erased = new byte[geometry.programSize()];
		Arrays.fill(erased, (byte) 0xFF);
		CRC32 expected = new CRC32();
		expected.update(erased);
		putTag(Tag.of(Tag.TYPE_FCRC, Tag.NONE, 2 * Integer.BYTES));
		put(LittleEndian.words(erased.length, ~(int) expected.getValue()));
	}

	byte[] image() {
		return image;
	}

	int begin() {
		return begin;
	}

	int end() {
		return offset;
	}

	int endTag() {
		return previous;
	}

	private void putTag(int tag) {
		put(LittleEndian.words(Integer.reverseBytes(tag ^ previous)));
		previous = tag;
	}

	private void put(byte[] bytes) {
		System.arraycopy(bytes, 0, image, offset, bytes.length);
		crc.update(bytes);
		offset += bytes.length;
	}
}
