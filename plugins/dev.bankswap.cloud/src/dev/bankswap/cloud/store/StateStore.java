/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Where the state lives: in one file, or in memory only. What is put into the tables is on disk after the next
 * {@link #commit()}, all of it or nothing: a process that is killed leaves the state of its last commit.
 */
public final class StateStore implements AutoCloseable {

	private static final int COMPACTION_MS = 200;

	private final Optional<MVStore> file;

	private final StateCodec codec;

	private StateStore(Optional<MVStore> file, Class<?>... sealedTypes) {
		this.file = file;
		this.codec = new StateCodec(sealedTypes);
	}

	/**
	 * A store that forgets everything at its end.
	 *
	 * @return the store
	 */
	public static StateStore inMemory() {
		return new StateStore(Optional.empty());
	}

	/**
	 * A store in a file.
	 *
	 * @param path the file; created if absent
	 * @param sealedTypes the sealed interfaces among the types of what is stored
	 * @return the store
	 * @throws IOException if the file cannot be opened, is used by another process or is no such store
	 */
	public static StateStore open(Path path, Class<?>... sealedTypes) throws IOException {
		try {
			// no background thread and no writing in between: only commit() decides what is on disk
			MVStore store = new MVStore.Builder().fileName(path.toAbsolutePath().toString()).autoCommitDisabled().autoCommitBufferSize(0)
					.open();
			if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
				// private keys are in it
				Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
			}
			return new StateStore(Optional.of(store), sealedTypes);
		} catch (RuntimeException e) {
			// a damaged file can make the library stumble in more ways than it knows
			throw new IOException("The state in " + path + " cannot be opened: it is damaged or another process uses it. "
					+ "End that process, or choose another folder.", e);
		}
	}

	/**
	 * A table in the order in which its keys were added.
	 *
	 * @param <V> the type of its values
	 * @param name its name
	 * @param type the type of its values, a record
	 * @return the table; values must not be changed while they are in it
	 * @throws IllegalStateException if its content cannot be read
	 */
	public <V> Map<String, V> table(String name, Class<V> type) {
		return load(new LinkedHashMap<>(), name, type);
	}

	/**
	 * A table in the order of its keys.
	 *
	 * @param <V> the type of its values
	 * @param name its name
	 * @param type the type of its values, a record
	 * @return the table; values must not be changed while they are in it
	 * @throws IllegalStateException if its content cannot be read
	 */
	public <V> Map<String, V> sortedTable(String name, Class<V> type) {
		return load(new TreeMap<>(), name, type);
	}

	/**
	 * Whether there is something to commit.
	 *
	 * @return false if all is on disk, or nothing ever gets there
	 */
	public boolean changed() {
		return file.map(store -> !store.isClosed() && store.hasUnsavedChanges()).orElse(Boolean.FALSE);
	}

	/**
	 * Writes all changes since the last time, in one transaction.
	 */
	public void commit() {
		file.filter(store -> !store.isClosed()).ifPresent(MVStore::commit);
	}

	/**
	 * Writes what is left and closes the file.
	 */
	@Override
	public void close() {
		file.filter(store -> !store.isClosed()).ifPresent(store -> store.close(COMPACTION_MS));
	}

	private <V> Map<String, V> load(Map<String, V> empty, String name, Class<V> type) {
		try {
			Optional<MVMap<String, byte[]>> stored = file.map(store -> store.openMap(name));
			return new Table<>(empty, stored, codec, type);
		} catch (RuntimeException e) {
			throw new IllegalStateException("The stored state is damaged or of another version of the program (" + name
					+ "). Choose another folder, or delete the state.", e);
		}
	}
}
