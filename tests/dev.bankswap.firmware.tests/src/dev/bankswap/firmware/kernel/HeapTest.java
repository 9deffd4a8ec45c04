/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class HeapTest {

	private static final int ALL = 307_200 - 8;

	private final Heap heap = new Heap();

	@Test
	void blocksHaveAHeaderAndAreAligned() {
		heap.allocate(1);
		assertEquals(ALL - 16, heap.free());
		heap.allocate(8, 9);
		assertEquals(ALL - 16 - 16 - 24, heap.free());
	}

	@Test
	void theLeastIsRemembered() {
		Heap.Block block = heap.allocate(1000);
		block.free();
		block.free();
		assertEquals(ALL, heap.free());
		assertEquals(ALL - 1008, heap.leastFree());
	}

	@Test
	void neighboursAreJoined() {
		Heap.Block first = heap.allocate(100_000);
		Heap.Block second = heap.allocate(100_000);
		Heap.Block third = heap.allocate(100_000);
		first.free();
		third.free();
		second.free();
		heap.allocate(ALL - 8);
		assertEquals(0, heap.free());
	}

	@Test
	void aGapThatIsTooSmallIsNotUsed() {
		heap.allocate(150_000).free();
		Heap.Block low = heap.allocate(150_000);
		heap.allocate(8);
		low.free();
		assertTrue(heap.free() > 300_000);
		assertThrows(EndlessLoop.class, () -> heap.allocate(160_000));
	}

	@Test
	void nothingIsLostWhateverTheOrder() {
		Random random = new Random(3);
		List<Heap.Block> blocks = new ArrayList<>();
		for (int i = 0; i < 5_000; i++) {
			if (blocks.size() > 40 || !blocks.isEmpty() && random.nextBoolean()) {
				blocks.remove(random.nextInt(blocks.size())).free();
			} else {
				blocks.add(heap.allocate(random.nextInt(3_000), random.nextInt(3_000)));
			}
		}
		blocks.forEach(Heap.Block::free);
		assertEquals(ALL, heap.free());
		heap.allocate(ALL - 8);
	}
}
