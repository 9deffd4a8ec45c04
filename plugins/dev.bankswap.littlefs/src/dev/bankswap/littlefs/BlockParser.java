/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Reads the log of commits in one metadata block. A commit counts if its checksum is right; what follows the last good commit is
 * ignored.
 */
final class BlockParser {

	/** A tag of the log with its data. */
	private record Attribute(int tag, byte[] data) {
	}

	private final byte[] block;
	private final Geometry geometry;
	private final List<Attribute> committed = new ArrayList<>();
	private int end;
	private int endTag;
	private int checksum;

	BlockParser(byte[] block, Geometry geometry) {
		this.block = block;
		this.geometry = geometry;
		scan();
	}

	/** Tells whether there is at least one good commit. */
	boolean hasContent() {
		return end > 0;
	}

	/** Applies the log. */
	MetadataPair result(BlockPair blocks) throws LfsException {
		List<FileEntry> entries = new ArrayList<>();
		BlockPair tail = BlockPair.NULL;
		boolean hardTail = false;
		GlobalState delta = GlobalState.ZERO;
		for (Attribute attribute : committed) {
			switch (Tag.group(attribute.tag)) {
				case Tag.TYPE_TAIL -> {
					tail = BlockPair.decode(sized(attribute, BlockPair.SIZE), 0);
					hardTail = (Tag.chunk(attribute.tag) & 1) != 0;
				}
				case Tag.TYPE_GSTATE -> delta = GlobalState.decode(sized(attribute, GlobalState.SIZE), 0);
				default -> applyToEntry(entries, attribute);
			}
		}
		MetadataContent content = new MetadataContent(entries, tail, hardTail);
		return new MetadataPair(blocks, LittleEndian.get(block, 0), content, delta, end, endTag, isAppendable(), checksum);
	}

	private void scan() {
		List<Attribute> open = new ArrayList<>();
		CRC32 crc = new CRC32();
		crc.update(block, 0, Integer.BYTES);
		int previous = Tag.START;
		int offset = Integer.BYTES;
		while (offset + Tag.SIZE <= block.length) {
			int tag = Integer.reverseBytes(LittleEndian.get(block, offset)) ^ previous;
			int data = offset + Tag.SIZE;
			int next = data + Tag.length(tag);
			if (!Tag.isValid(tag) || next > block.length) {
				return;
			}
			crc.update(block, offset, Tag.SIZE);
			previous = tag;
			if (Tag.endsCommit(tag)) {
				if (data + Integer.BYTES > next || LittleEndian.get(block, data) != ~(int) crc.getValue()) {
					return;
				}
				previous = Tag.afterCommit(tag);
				finishCommit(open, next, previous, crc);
			} else {
				crc.update(block, data, next - data);
				open.add(new Attribute(tag, Arrays.copyOfRange(block, data, next)));
			}
			offset = next;
		}
	}

	private void finishCommit(List<Attribute> open, int commitEnd, int nextPrevious, CRC32 crc) {
		committed.addAll(open);
		open.clear();
		end = commitEnd;
		endTag = nextPrevious;
		checksum = Integer.rotateLeft(checksum, 1) ^ (int) crc.getValue();
		crc.reset();
	}

	/** Storage that an interrupted program operation has touched must not be programmed again. */
	private boolean isAppendable() {
		boolean erased = end % geometry.programSize() == 0;
		for (int i = end; i < block.length && erased; i++) {
			erased = block[i] == (byte) 0xFF;
		}
		return erased;
	}

	private static void applyToEntry(List<FileEntry> entries, Attribute attribute) throws LfsException {
		int tag = attribute.tag;
		int id = Tag.id(tag);
		switch (Tag.group(tag)) {
			case Tag.TYPE_NAME -> {
				while (entries.size() <= requireFileId(id)) {
					entries.add(FileEntry.blank());
				}
				entries.set(id, entries.get(id).withName(Tag.type(tag), attribute.data));
			}
			case Tag.TYPE_SPLICE -> splice(entries, tag);
			case Tag.TYPE_STRUCT -> {
				if (id < entries.size()) {
					entries.set(id, entries.get(id).withStruct(Tag.type(tag), attribute.data));
				}
			}
			case Tag.TYPE_USERATTR -> {
				if (id < entries.size()) {
					entries.set(id, Tag.isDeleting(tag) ? entries.get(id).withoutAttribute(Tag.chunk(tag))
							: entries.get(id).withAttribute(Tag.chunk(tag), attribute.data));
				}
			}
			default -> {
				// other groups (checksums of erased storage in disk version 2.1) say nothing about entries
			}
		}
	}

	private static void splice(List<FileEntry> entries, int tag) throws LfsException {
		int id = Tag.id(tag);
		if (Tag.type(tag) == Tag.TYPE_CREATE && id <= entries.size()) {
			entries.add(id, FileEntry.blank());
		} else if (Tag.type(tag) == Tag.TYPE_DELETE && id < entries.size()) {
			entries.remove(id);
		} else {
			throw damaged("a tag that creates or deletes an entry out of sequence");
		}
	}

	private static int requireFileId(int id) throws LfsException {
		if (id == Tag.NONE) {
			throw damaged("a name without an entry");
		}
		return id;
	}

	private static byte[] sized(Attribute attribute, int size) throws LfsException {
		if (attribute.data.length < size) {
			throw damaged("a pointer that is too short");
		}
		return attribute.data;
	}

	private static LfsException damaged(String what) {
		return new LfsException(LfsError.CORRUPT, "A metadata block has " + what + ".");
	}
}
