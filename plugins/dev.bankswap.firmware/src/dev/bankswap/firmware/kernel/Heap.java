/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The heap of FreeRTOS, {@code heap_4}: first fit in the order of addresses, neighbours are joined when freed. Nothing is
 * stored in it; it knows the sizes and places of the blocks. The size is the one of the U5 port, that of the H5 is not known.
 */
public final class Heap {

	/** Bytes of the whole heap. */
	public static final int SIZE = 300 * 1024;

	private static final int ALIGNMENT = 8;
	private static final int HEADER = 8;
	private static final int SMALLEST = 2 * HEADER;

	private final TreeMap<Integer, Integer> gaps = new TreeMap<>();

	private int free = SIZE - HEADER;
	private int leastFree = free;

	private Runnable onExhausted = () -> {
		throw new EndlessLoop("Malloc failed");
	};

	/** Creates a heap without blocks. */
	public Heap() {
		gaps.put(0, free);
	}

	/** Something that lies in the heap, in one block or several. */
	public final class Block {

		private final List<int[]> places = new ArrayList<>();

		/** Gives the memory back; once more has no effect. */
		public void free() {
			places.forEach(place -> Heap.this.release(place[0], place[1]));
			places.clear();
		}
	}

	/**
	 * Sets what happens when there is no room.
	 *
	 * @param action {@code vApplicationMallocFailedHook}; it must not return
	 */
	public void onExhausted(Runnable action) {
		onExhausted = action;
	}

	/**
	 * {@code pvPortMalloc}, once or several times.
	 *
	 * @param sizes bytes of each block
	 * @return the blocks together
	 */
	public Block allocate(int... sizes) {
		Block block = new Block();
		for (int size : sizes) {
			block.places.add(place(size));
		}
		return block;
	}

	/**
	 * Takes what an object needs.
	 *
	 * @param use the object
	 * @return its blocks
	 */
	public Block allocate(HeapUse use) {
		return allocate(use.sizes());
	}

	/**
	 * Takes what an object needs and gives it back at once, as an operation does that needs memory while it lasts.
	 *
	 * @param use the object
	 */
	public void pass(HeapUse use) {
		allocate(use).free();
	}

	/**
	 * {@code xPortGetFreeHeapSize}.
	 *
	 * @return bytes that are free now
	 */
	public int free() {
		return free;
	}

	/**
	 * {@code xPortGetMinimumEverFreeHeapSize}.
	 *
	 * @return bytes that were free when there were fewest
	 */
	public int leastFree() {
		return leastFree;
	}

	private int[] place(int bytes) {
		int wanted = (bytes + HEADER + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
		for (Map.Entry<Integer, Integer> gap : gaps.entrySet()) {
			if (gap.getValue() >= wanted) {
				return take(gap.getKey(), gap.getValue(), wanted);
			}
		}
		onExhausted.run();
		throw new EndlessLoop("Malloc failed");
	}

	/** A rest that is too small for a block of its own stays with the block. */
	private int[] take(int at, int room, int wanted) {
		int rest = room - wanted;
		int size = rest > SMALLEST ? wanted : room;
		gaps.remove(at);
		if (size < room) {
			gaps.put(at + size, room - size);
		}
		free -= size;
		leastFree = Math.min(leastFree, free);
		return new int[] { at, size };
	}

	private void release(int at, int size) {
		int start = at;
		int end = at + size;
		free += size;
		Map.Entry<Integer, Integer> before = gaps.lowerEntry(at);
		if (before != null && before.getKey() + before.getValue() == at) {
			start = before.getKey();
		}
		Integer behind = gaps.remove(end);
		if (behind != null) {
			end += behind;
		}
		gaps.put(start, end - start);
	}
}
