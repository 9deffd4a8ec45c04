/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board.memory;

import java.util.Arrays;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A byte memory in pages that exist only once something was written to them. {@link #snapshot()} copies no contents: the
 * pages are shared, and whoever writes first makes its own copy.
 */
public final class PagedMemory {

	/** Pages are reached through tables, so that a snapshot copies few references even of a 64 MB memory. */
	private static final int TABLE_PAGES = 64;

	/** Two small objects, one of them an array; and a reference in it. */
	private static final int HEADER = 48;
	private static final int REFERENCE = 8;

	private final int size;
	private final int pageSize;

	/** Page and offset in it are cut out of an address, because this is where the time goes. */
	private final int pageShift;
	private final int offsetMask;
	private final byte fill;
	private @Nullable Table[] tables;

	/** Pages and tables that carry this token belong to this memory alone and may be changed in place. */
	private Object owner = new Object();

	/**
	 * Creates a memory in which every byte has the value of an unwritten one.
	 *
	 * @param size     number of bytes
	 * @param pageSize bytes of a page, a power of two; the unit of {@link #erase(int, int)}
	 * @param fill     value of an unwritten byte
	 */
	public PagedMemory(int size, int pageSize, byte fill) {
		this.size = size;
		if (Integer.bitCount(pageSize) != 1) {
			throw new IllegalArgumentException("The size of a page must be a power of two, not " + pageSize);
		}
		this.pageSize = pageSize;
		pageShift = Integer.numberOfTrailingZeros(pageSize);
		offsetMask = pageSize - 1;
		this.fill = fill;
		int pages = (size + pageSize - 1) / pageSize;
		tables = new @Nullable Table[(pages + TABLE_PAGES - 1) / TABLE_PAGES];
	}

	/**
	 * Number of bytes.
	 *
	 * @return the size given to the constructor
	 */
	public int size() {
		return size;
	}

	/**
	 * Reads one byte.
	 *
	 * @param offset where
	 * @return its value
	 */
	public byte get(int offset) {
		Objects.checkIndex(offset, size);
		Page page = page(offset >> pageShift);
		return page == null ? fill : page.data[offset & offsetMask];
	}

	/**
	 * Reads bytes.
	 *
	 * @param offset    where to start
	 * @param target    receives the bytes
	 * @param targetOff index of the first byte in the target
	 * @param length    how many bytes
	 */
	public void read(int offset, byte[] target, int targetOff, int length) {
		Objects.checkFromIndexSize(offset, length, size);
		int done = 0;
		while (done < length) {
			int at = offset + done;
			int run = Math.min(length - done, pageSize - (at & offsetMask));
			Page page = page(at >> pageShift);
			if (page == null) {
				Arrays.fill(target, targetOff + done, targetOff + done + run, fill);
			} else {
				System.arraycopy(page.data, at & offsetMask, target, targetOff + done, run);
			}
			done += run;
		}
	}

	/**
	 * Replaces bytes.
	 *
	 * @param offset    where to start
	 * @param source    the new contents
	 * @param sourceOff index of the first byte in the source
	 * @param length    how many bytes
	 */
	public void write(int offset, byte[] source, int sourceOff, int length) {
		Objects.checkFromIndexSize(offset, length, size);
		int done = 0;
		while (done < length) {
			int at = offset + done;
			int run = Math.min(length - done, pageSize - (at & offsetMask));
			System.arraycopy(source, sourceOff + done, writable(at >> pageShift), at & offsetMask, run);
			done += run;
		}
	}

	/**
	 * Clears those bits that are zero in the source, as programming a flash cell does.
	 *
	 * @param offset    where to start
	 * @param source    the mask
	 * @param sourceOff index of the first byte in the source
	 * @param length    how many bytes
	 */
	public void and(int offset, byte[] source, int sourceOff, int length) {
		Objects.checkFromIndexSize(offset, length, size);
		int done = 0;
		while (done < length) {
			int at = offset + done;
			int run = Math.min(length - done, pageSize - (at & offsetMask));
			byte[] data = writable(at >> pageShift);
			int base = at & offsetMask;
			for (int i = 0; i < run; i++) {
				data[base + i] &= source[sourceOff + done + i];
			}
			done += run;
		}
	}

	/**
	 * Replaces one byte.
	 *
	 * @param offset where
	 * @param value  the new value
	 */
	public void set(int offset, byte value) {
		Objects.checkIndex(offset, size);
		writable(offset >> pageShift)[offset & offsetMask] = value;
	}

	/**
	 * Returns whole pages to the unwritten state.
	 *
	 * @param offset start of a page
	 * @param length a multiple of the page size
	 */
	public void erase(int offset, int length) {
		Objects.checkFromIndexSize(offset, length, size);
		if ((offset & offsetMask) != 0 || length % pageSize != 0) {
			throw new IllegalArgumentException("Only whole pages of " + pageSize + " bytes can be erased");
		}
		for (int page = offset >> pageShift; page < (offset + length) / pageSize; page++) {
			if (page(page) != null) {
				ownTable(page / TABLE_PAGES).pages[page % TABLE_PAGES] = null;
			}
		}
	}

	/** Returns all pages to the unwritten state. */
	public void clear() {
		tables = new @Nullable Table[tables.length];
	}

	/**
	 * Number of pages that hold written bytes.
	 *
	 * @return pages that take memory
	 */
	public int usedPages() {
		int used = 0;
		for (Table table : tables) {
			if (table != null) {
				used += table.used();
			}
		}
		return used;
	}

	/**
	 * How far the memory is used.
	 *
	 * @return offset behind the last page that holds written bytes, 0 if there is none
	 */
	public int lastUsed() {
		for (int index = tables.length * TABLE_PAGES - 1; index >= 0; index--) {
			if (page(index) != null) {
				return Math.min(size, (index + 1) * pageSize);
			}
		}
		return 0;
	}

	/**
	 * Captures the contents.
	 *
	 * @return a value that later writes to this memory do not change
	 */
	public Snapshot snapshot() {
		owner = new Object();
		return new Snapshot(size, pageSize, tables.clone());
	}

	/**
	 * Replaces the contents by captured ones.
	 *
	 * @param snapshot what {@link #snapshot()} of this or an equally large memory returned; it stays valid
	 */
	public void restore(Snapshot snapshot) {
		if (snapshot.size != size || snapshot.pageSize != pageSize) {
			throw new IllegalArgumentException("The snapshot is of a memory of " + snapshot.size + " bytes, not " + size);
		}
		owner = new Object();
		tables = snapshot.tables.clone();
	}

	private @Nullable Page page(int index) {
		Table table = tables[index / TABLE_PAGES];
		return table == null ? null : table.pages[index % TABLE_PAGES];
	}

	private byte[] writable(int index) {
		Table table = ownTable(index / TABLE_PAGES);
		Page page = table.pages[index % TABLE_PAGES];
		if (page != null && page.owner == owner) {
			return page.data;
		}
		byte[] data;
		if (page == null) {
			data = new byte[pageSize];
			Arrays.fill(data, fill);
		} else {
			data = page.data.clone();
		}
		table.pages[index % TABLE_PAGES] = new Page(owner, data);
		return data;
	}

	private Table ownTable(int index) {
		Table table = tables[index];
		if (table != null && table.owner == owner) {
			return table;
		}
		Table own = new Table(owner, table == null ? new @Nullable Page[TABLE_PAGES] : table.pages.clone());
		tables[index] = own;
		return own;
	}

	/** The contents of a memory at one moment. */
	public static final class Snapshot {

		private final int size;
		private final int pageSize;
		private final @Nullable Table[] tables;

		Snapshot(int size, int pageSize, @Nullable Table[] tables) {
			this.size = size;
			this.pageSize = pageSize;
			this.tables = tables;
		}

		/**
		 * What the snapshot itself takes; the pages are shared with the memory.
		 *
		 * @return bytes, by estimate
		 */
		public int bytes() {
			return HEADER + tables.length * REFERENCE;
		}
	}

	private static final class Table {

		final Object owner;
		final @Nullable Page[] pages;

		Table(Object owner, @Nullable Page[] pages) {
			this.owner = owner;
			this.pages = pages;
		}

		int used() {
			int used = 0;
			for (Page page : pages) {
				if (page != null) {
					used++;
				}
			}
			return used;
		}
	}

	private static final class Page {

		final Object owner;
		final byte[] data;

		Page(Object owner, byte[] data) {
			this.owner = owner;
			this.data = data;
		}
	}
}
