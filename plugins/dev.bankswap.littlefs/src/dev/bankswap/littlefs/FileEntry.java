/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a metadata pair holds for one id: a file, a directory or the superblock. The arrays are never changed.
 *
 * @param type one of the name types of {@link Tag}; {@link #BLANK} for an id without a name
 * @param name the bytes of the name
 * @param structType one of the struct types of {@link Tag}
 * @param struct the content of an inline file, the head and size of a CTZ list, or the pair of a directory
 * @param attributes user attributes by type
 */
record FileEntry(int type, byte[] name, int structType, byte[] struct, SortedMap<Integer, byte[]> attributes) {

	/** The type of an id that was created but not named; no name tag has it. */
	static final int BLANK = -1;

	static FileEntry blank() {
		return new FileEntry(BLANK, new byte[0], Tag.TYPE_INLINESTRUCT, new byte[0], new TreeMap<>());
	}

	static FileEntry named(int type, byte[] name, int structType, byte[] struct) {
		return new FileEntry(type, name, structType, struct, new TreeMap<>());
	}

	FileEntry withName(int newType, byte[] newName) {
		return new FileEntry(newType, newName, structType, struct, attributes);
	}

	FileEntry withStruct(int newStructType, byte[] newStruct) {
		return new FileEntry(type, name, newStructType, newStruct, attributes);
	}

	FileEntry withAttribute(int attribute, byte[] value) {
		SortedMap<Integer, byte[]> changed = new TreeMap<>(attributes);
		changed.put(attribute, value);
		return new FileEntry(type, name, structType, struct, changed);
	}

	Optional<byte[]> attribute(int attribute) {
		return Optional.ofNullable(attributes.get(attribute));
	}

	FileEntry withoutAttribute(int attribute) {
		SortedMap<Integer, byte[]> changed = new TreeMap<>(attributes);
		changed.remove(attribute);
		return new FileEntry(type, name, structType, struct, changed);
	}

	boolean isFile() {
		return type == Tag.TYPE_REG;
	}

	boolean isDirectory() {
		return type == Tag.TYPE_DIR;
	}

	boolean isSuperblock() {
		return type == Tag.TYPE_SUPERBLOCK;
	}

	boolean isCtz() {
		return isFile() && structType == Tag.TYPE_CTZSTRUCT;
	}

	String text() {
		return new String(name, StandardCharsets.UTF_8);
	}

	/** Tells the metadata pair of a directory. */
	BlockPair directory() throws LfsException {
		requireStruct(Tag.TYPE_DIRSTRUCT);
		return BlockPair.decode(struct, 0);
	}

	/** Tells where the content of a large file is. */
	CtzPointer ctz() throws LfsException {
		requireStruct(Tag.TYPE_CTZSTRUCT);
		return CtzPointer.decode(struct);
	}

	/** Tells the size of a file; it is unsigned on the disk. */
	long size() throws LfsException {
		return structType == Tag.TYPE_CTZSTRUCT ? ctz().size() : struct.length;
	}

	/** Tells the bytes that the entry takes in a metadata block. */
	int storedSize() {
		int size = Tag.SIZE + name.length + Tag.SIZE + struct.length;
		for (Map.Entry<Integer, byte[]> attribute : attributes.entrySet()) {
			size += Tag.SIZE + attribute.getValue().length;
		}
		return size;
	}

	private void requireStruct(int expected) throws LfsException {
		if (structType != expected || struct.length < BlockPair.SIZE) {
			throw new LfsException(LfsError.CORRUPT, "The entry \"" + text() + "\" has damaged metadata.");
		}
	}
}
