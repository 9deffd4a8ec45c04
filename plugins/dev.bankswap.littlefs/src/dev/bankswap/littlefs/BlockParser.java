/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Reads the log of commits in one metadata block. A commit counts if its checksum is right; what follows the last good commit is
 * ignored.
 */
final class BlockParser {

	/** A tag of the log, and where its data is. */
	private record Attribute(int tag, int offset) {
	}

	private final byte[] block;
	private final Geometry geometry;
	private final List<Attribute> committed = new ArrayList<>();
	private int end;
	private int endTag;
	private int checksum;
	private Optional<MetadataPair> applied = Optional.empty();

	BlockParser(byte[] block, Geometry geometry) {
		this.block = block;
		this.geometry = geometry;
		scan();
	}

	/** Tells whether there is at least one good commit. */
	boolean hasContent() {
		return end > 0;
	}

	/** Tells whether the block has these bytes. */
	boolean isOf(byte[] content) {
		return Arrays.equals(block, content);
	}

	/** Tells what the log says. */
	MetadataPair result(BlockPair blocks) throws LfsException {
		if (applied.isEmpty() || !applied.get().blocks().equals(blocks)) {
			applied = Optional.of(apply(blocks));
		}
		return applied.get();
	}

	private MetadataPair apply(BlockPair blocks) throws LfsException {
		List<FileEntry> entries = new ArrayList<>();
		BlockPair tail = BlockPair.NULL;
		boolean hardTail = false;
		GlobalState delta = GlobalState.ZERO;
		for (Attribute attribute : committed) {
			switch (Tag.group(attribute.tag)) {
				case Tag.TYPE_TAIL -> {
					tail = BlockPair.decode(block, sized(attribute, BlockPair.SIZE));
					hardTail = (Tag.chunk(attribute.tag) & 1) != 0;
				}
				case Tag.TYPE_GSTATE -> delta = GlobalState.decode(block, sized(attribute, GlobalState.SIZE));
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
				open.add(new Attribute(tag, data));
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
		boolean aligned = end % geometry.programSize() == 0;
		// all bytes are alike if each is like the one in front of it
		return aligned && (end == block.length
				|| block[end] == (byte) 0xFF && Arrays.equals(block, end + 1, block.length, block, end, block.length - 1));
	}

	private void applyToEntry(List<FileEntry> entries, Attribute attribute) throws LfsException {
		int tag = attribute.tag;
		int id = Tag.id(tag);
		switch (Tag.group(tag)) {
			case Tag.TYPE_NAME -> {
				while (entries.size() <= requireFileId(id)) {
					entries.add(FileEntry.blank());
				}
				entries.set(id, entries.get(id).withName(Tag.type(tag), data(attribute)));
			}
			case Tag.TYPE_SPLICE -> splice(entries, tag);
			case Tag.TYPE_STRUCT -> {
				if (id < entries.size()) {
					entries.set(id, entries.get(id).withStruct(Tag.type(tag), data(attribute)));
				}
			}
			case Tag.TYPE_USERATTR -> {
				if (id < entries.size()) {
					entries.set(id, Tag.isDeleting(tag) ? entries.get(id).withoutAttribute(Tag.chunk(tag))
							: entries.get(id).withAttribute(Tag.chunk(tag), data(attribute)));
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

	private byte[] data(Attribute attribute) {
		return Arrays.copyOfRange(block, attribute.offset, attribute.offset + Tag.length(attribute.tag));
	}

	private static int sized(Attribute attribute, int size) throws LfsException {
		if (Tag.length(attribute.tag) < size) {
			throw damaged("a pointer that is too short");
		}
		return attribute.offset;
	}

	private static LfsException damaged(String what) {
		return new LfsException(LfsError.CORRUPT, "A metadata block has " + what + ".");
	}
}
