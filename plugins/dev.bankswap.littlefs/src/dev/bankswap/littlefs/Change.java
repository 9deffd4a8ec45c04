/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.ArrayList;
import java.util.List;

/** One change to a metadata pair: what it does to the content, and the tags that say so in the log. */
sealed interface Change {

	/**
	 * Applies the change.
	 *
	 * @param content the content before
	 * @return the content with this change
	 */
	MetadataContent applyTo(MetadataContent content);

	/**
	 * Appends this change to the log.
	 *
	 * @param commit the commit that is being built
	 */
	void writeTo(CommitBuffer commit);

	/**
	 * Inserts a new entry.
	 *
	 * @param id where; the entries behind it move up
	 * @param entry the entry with its attributes
	 */
	record Create(int id, FileEntry entry) implements Change {

		@Override
		public MetadataContent applyTo(MetadataContent content) {
			List<FileEntry> entries = new ArrayList<>(content.entries());
			entries.add(id, entry);
			return content.withEntries(entries);
		}

		@Override
		public void writeTo(CommitBuffer commit) {
			commit.add(Tag.TYPE_CREATE, id, new byte[0]);
			commit.addEntry(id, entry);
		}
	}

	/**
	 * Removes an entry.
	 *
	 * @param id which; the entries behind it move down
	 */
	record Delete(int id) implements Change {

		@Override
		public MetadataContent applyTo(MetadataContent content) {
			List<FileEntry> entries = new ArrayList<>(content.entries());
			entries.remove(id);
			return content.withEntries(entries);
		}

		@Override
		public void writeTo(CommitBuffer commit) {
			commit.add(Tag.TYPE_DELETE, id, new byte[0]);
		}
	}

	/**
	 * Replaces what an entry refers to.
	 *
	 * @param id the entry
	 * @param type a struct type of {@link Tag}
	 * @param struct the new data
	 */
	record SetStruct(int id, int type, byte[] struct) implements Change {

		@Override
		public MetadataContent applyTo(MetadataContent content) {
			List<FileEntry> entries = new ArrayList<>(content.entries());
			entries.set(id, entries.get(id).withStruct(type, struct));
			return content.withEntries(entries);
		}

		@Override
		public void writeTo(CommitBuffer commit) {
			commit.add(type, id, struct);
		}
	}

	/**
	 * Sets a user attribute.
	 *
	 * @param id the entry
	 * @param type the type of the attribute
	 * @param value its value
	 */
	record SetAttribute(int id, int type, byte[] value) implements Change {

		@Override
		public MetadataContent applyTo(MetadataContent content) {
			List<FileEntry> entries = new ArrayList<>(content.entries());
			entries.set(id, entries.get(id).withAttribute(type, value));
			return content.withEntries(entries);
		}

		@Override
		public void writeTo(CommitBuffer commit) {
			commit.add(Tag.TYPE_USERATTR | type, id, value);
		}
	}

	/**
	 * Removes a user attribute.
	 *
	 * @param id the entry
	 * @param type the type of the attribute
	 */
	record RemoveAttribute(int id, int type) implements Change {

		@Override
		public MetadataContent applyTo(MetadataContent content) {
			List<FileEntry> entries = new ArrayList<>(content.entries());
			entries.set(id, entries.get(id).withoutAttribute(type));
			return content.withEntries(entries);
		}

		@Override
		public void writeTo(CommitBuffer commit) {
			commit.addRemoval(Tag.TYPE_USERATTR | type, id);
		}
	}

	/**
	 * Replaces the next pair of the list.
	 *
	 * @param tail the next pair
	 * @param hard whether it continues the same directory
	 */
	record SetTail(BlockPair tail, boolean hard) implements Change {

		@Override
		public MetadataContent applyTo(MetadataContent content) {
			return content.withTail(tail, hard);
		}

		@Override
		public void writeTo(CommitBuffer commit) {
			commit.addTail(tail, hard);
		}
	}
}
