/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

/**
 * The 32-bit tags that describe all metadata: a valid bit (0 means valid), 11 bits type (3 bits abstract type, 8 bits chunk), 10
 * bits id, 10 bits length.
 */
final class Tag {

	static final int TYPE_NAME = 0x000;
	static final int TYPE_REG = 0x001;
	static final int TYPE_DIR = 0x002;
	static final int TYPE_SUPERBLOCK = 0x0FF;
	static final int TYPE_STRUCT = 0x200;
	static final int TYPE_DIRSTRUCT = 0x200;
	static final int TYPE_INLINESTRUCT = 0x201;
	static final int TYPE_CTZSTRUCT = 0x202;
	static final int TYPE_USERATTR = 0x300;
	static final int TYPE_SPLICE = 0x400;
	static final int TYPE_CREATE = 0x401;
	static final int TYPE_DELETE = 0x4FF;
	static final int TYPE_CRC = 0x500;
	static final int TYPE_FCRC = 0x5FF;
	static final int TYPE_TAIL = 0x600;
	static final int TYPE_SOFTTAIL = 0x600;
	static final int TYPE_HARDTAIL = 0x601;
	static final int TYPE_GSTATE = 0x700;
	static final int TYPE_MOVESTATE = 0x7FF;

	/** The id of tags that belong to no file, and the length of a tag that deletes. */
	static final int NONE = 0x3FF;
	/** The longest data of a tag. */
	static final int MAX_LENGTH = 0x3FE;
	static final int SIZE = 4;
	/** What the first tag of a block is combined with. */
	static final int START = 0xFFFFFFFF;

	private static final int INVALID = 0x80000000;
	private static final int ABSTRACT_TYPE = 0x700;
	/** Tells the end of a commit (0x500, 0x501) from other tags of the checksum group, as disk version 2.1 has one. */
	private static final int COMMIT_END_MASK = 0x780;

	private Tag() {
	}

	static int of(int type, int id, int length) {
		return type << 20 | id << 10 | length;
	}

	static boolean isValid(int tag) {
		return (tag & INVALID) == 0;
	}

	static int type(int tag) {
		return tag >>> 20 & 0x7FF;
	}

	static int group(int tag) {
		return type(tag) & ABSTRACT_TYPE;
	}

	static int chunk(int tag) {
		return tag >>> 20 & 0xFF;
	}

	static int id(int tag) {
		return tag >>> 10 & 0x3FF;
	}

	static boolean isDeleting(int tag) {
		return (tag & 0x3FF) == NONE;
	}

	/** Tells the bytes of data behind the tag. */
	static int length(int tag) {
		return isDeleting(tag) ? 0 : tag & 0x3FF;
	}

	static boolean endsCommit(int tag) {
		return (type(tag) & COMMIT_END_MASK) == TYPE_CRC;
	}

	/** Tells what the tag after a commit's end is combined with: the end says which valid bit unwritten storage shows. */
	static int afterCommit(int tag) {
		return tag ^ (chunk(tag) & 1) << 31;
	}
}
