/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.kvstore;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import dev.bankswap.firmware.fs.FirmwareFileSystem;
import dev.bankswap.firmware.log.Assertions;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.formats.FormatException;
import dev.bankswap.formats.KeyValueRecord;

/**
 * Run-time values ({@code kvstore.c}, {@code kvstore_cache.c}, {@code kvstore_nv_littlefs.c}). All values live in RAM;
 * setting one marks it pending, and a commit writes every value that was ever marked since the boot, because the mark is
 * never removed.
 */
public final class KvStore {

	private static final int MAX_STORED = 255;

	private static final byte[] NOTHING = {};

	private static final String NV_SOURCE = "kvstore_nv_littlefs.c";

	private static final int LENGTH_OFFSET = 4;

	private final FirmwareFileSystem files;

	private final Logger log;

	private final Assertions assertions;

	/** The contents of the files as they are or will be written; a key without entry is unset. */
	private final Map<KvKey, byte[]> entries = new EnumMap<>(KvKey.class);

	private final Map<KvKey, Boolean> pending = new EnumMap<>(KvKey.class);

	private boolean loaded;

	/**
	 * Creates an empty store.
	 *
	 * @param files      where it is kept
	 * @param log        where failures are reported
	 * @param assertions raised by values that the firmware cannot cope with
	 */
	public KvStore(FirmwareFileSystem files, Logger log, Assertions assertions) {
		this.files = files;
		this.log = log;
		this.assertions = assertions;
	}

	/**
	 * Loads every key from its file ({@code KVStore_init}); a missing file leaves the key unset. Before this, and so for
	 * ever if the volume cannot be mounted, the store's mutex does not exist and every use fails an assertion.
	 */
	public void load() {
		loaded = true;
		for (KvKey key : KvKey.values()) {
			files.read(path(key)).ifPresent(content -> load(key, content));
		}
	}

	/**
	 * Returns a string.
	 *
	 * @param key its key
	 * @return the value in RAM; empty if it was never set
	 */
	public String string(KvKey key) {
		return record(key).filter(KeyValueRecord::isString).map(KeyValueRecord::text).orElse("");
	}

	/**
	 * Returns a string as {@code KVStore_getStringHeap} does: an empty one raises a non-fatal assertion.
	 *
	 * @param key its key
	 * @return the value in RAM, or empty
	 */
	public Optional<String> heapString(KvKey key) {
		String value = string(key);
		if (value.isEmpty()) {
			assertions.nonFatal("kvstore.c", 378);
			return Optional.empty();
		}
		return Optional.of(value);
	}

	/**
	 * Returns a number.
	 *
	 * @param key its key
	 * @return the value in RAM, or the key's default if it was never set
	 */
	public long number(KvKey key) {
		return record(key).filter(KeyValueRecord::isNumber).map(KeyValueRecord::number).orElse(key.defaultNumber());
	}

	/**
	 * Returns the bytes of a string, which need not be valid UTF-8.
	 *
	 * @param key its key
	 * @return the value in RAM without its NUL; empty if it was never set
	 */
	public byte[] bytes(KvKey key) {
		if (record(key).filter(KeyValueRecord::isString).isEmpty()) {
			return NOTHING;
		}
		byte[] content = entries.getOrDefault(key, NOTHING);
		int end = KeyValueRecord.HEADER_SIZE;
		while (end < content.length && content[end] != 0) {
			end++;
		}
		return Arrays.copyOfRange(content, KeyValueRecord.HEADER_SIZE, end);
	}

	/**
	 * Stages a string in RAM.
	 *
	 * @param key   its key
	 * @param value the new value
	 * @throws IllegalArgumentException if it is longer than 254 bytes
	 */
	public void set(KvKey key, String value) {
		set(key, value.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Stages a string in RAM, given as bytes.
	 *
	 * @param key   its key
	 * @param value the new value without NUL
	 * @throws IllegalArgumentException if it is longer than 254 bytes
	 */
	public void set(KvKey key, byte[] value) {
		// A text of the same length gives header and NUL; the bytes are then put in unchanged.
		byte[] content = KeyValueRecord.string("?".repeat(value.length));
		System.arraycopy(value, 0, content, KeyValueRecord.HEADER_SIZE, value.length);
		stage(key, content);
	}

	/**
	 * Stages a number in RAM.
	 *
	 * @param key   its key
	 * @param value the new value, 0 to 4294967295
	 * @throws IllegalArgumentException if it is outside that range
	 */
	public void set(KvKey key, long value) {
		stage(key, KeyValueRecord.unsigned32(value));
	}

	/**
	 * Writes every value that was changed since the boot; goes on after a failure.
	 *
	 * @return whether all could be written, also if there were none
	 */
	public boolean commit() {
		requireMutex();
		boolean complete = true;
		for (KvKey key : pending.keySet()) {
			complete &= write(key);
		}
		return complete;
	}

	private void stage(KvKey key, byte[] content) {
		requireMutex();
		if (!Arrays.equals(content, entries.get(key))) {
			entries.put(key, content);
			pending.put(key, Boolean.TRUE);
		}
	}

	private boolean write(KvKey key) {
		if (Optional.ofNullable(entries.get(key)).filter(content -> files.write(path(key), content)).isPresent()) {
			return true;
		}
		// Each step of the C code logs if the one before it failed.
		log.error(NV_SOURCE, 216, "Error while opening file: %s.", path(key));
		log.error(NV_SOURCE, 233, "Error while writing KVStoreTLVHeader_t of length %d bytes to file: %s.",
				KeyValueRecord.HEADER_SIZE, path(key));
		log.error(NV_SOURCE, 244, "Error while writing data of length %d bytes to file: %s.",
				entries.getOrDefault(key, NOTHING).length - KeyValueRecord.HEADER_SIZE, path(key));
		return false;
	}

	/** A file that is too short to have a header gives a buffer of nearly 4 GiB, which cannot be allocated. */
	private void load(KvKey key, byte[] content) {
		int available = content.length - KeyValueRecord.HEADER_SIZE;
		if (available < 0) {
			throw assertions.fatal("kvstore_cache.c", 64);
		}
		long length = Integer.toUnsignedLong(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(LENGTH_OFFSET));
		if (available > 0 && length > MAX_STORED) {
			throw assertions.fatal(NV_SOURCE, 135);
		}
		if (available > 0 && length <= available) {
			entries.put(key, Arrays.copyOf(content, KeyValueRecord.HEADER_SIZE + (int) length));
		}
	}

	/** What the RAM holds, read leniently: contents that the firmware would not understand count as unset. */
	private Optional<KeyValueRecord> record(KvKey key) {
		requireMutex();
		return Optional.ofNullable(entries.get(key)).flatMap(KvStore::decoded);
	}

	private void requireMutex() {
		if (!loaded) {
			throw assertions.fatal("queue.c", 1533);
		}
	}

	private static Optional<KeyValueRecord> decoded(byte[] content) {
		try {
			return Optional.of(KeyValueRecord.decode(content));
		} catch (FormatException unreadable) {
			// a damaged file counts as none: the caller takes the default
			return Optional.empty();
		}
	}

	private static String path(KvKey key) {
		return FirmwareFileSystem.CONFIGURATION + '/' + key.key();
	}
}
