/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorLogged.class)
class PagedMemoryTest {

	private static final int SIZE = 64 * 100;

	@Test
	void matchesAnArrayWithSnapshotsInBetween() {
		for (int seed = 0; seed < 20; seed++) {
			Random random = new Random(seed);
			PagedMemory memory = new PagedMemory(SIZE, 64, (byte) 0xFF);
			byte[] model = new byte[SIZE];
			Arrays.fill(model, (byte) 0xFF);
			List<PagedMemory.Snapshot> snapshots = new ArrayList<>();
			List<byte[]> models = new ArrayList<>();
			for (int i = 0; i < 400; i++) {
				change(memory, model, random);
				if (random.nextInt(10) == 0) {
					snapshots.add(memory.snapshot());
					models.add(model.clone());
				} else if (random.nextInt(20) == 0 && !snapshots.isEmpty()) {
					int back = random.nextInt(snapshots.size());
					memory.restore(snapshots.get(back));
					model = models.get(back).clone();
				}
			}
			assertArrayEquals(model, contents(memory));
			for (int i = 0; i < snapshots.size(); i++) {
				memory.restore(snapshots.get(i));
				assertArrayEquals(models.get(i), contents(memory), "seed " + seed + ", snapshot " + i);
			}
		}
	}

	@Test
	void onlyWrittenPagesTakeMemory() {
		PagedMemory memory = new PagedMemory(64 << 20, 4096, (byte) 0xFF);
		assertEquals(0, memory.usedPages());
		memory.write(4095, new byte[2], 0, 2);
		assertEquals(2, memory.usedPages());
		memory.erase(0, 4096);
		assertEquals(1, memory.usedPages());
		memory.clear();
		assertEquals(0, memory.usedPages());
	}

	@Test
	void limitsAreChecked() {
		PagedMemory memory = new PagedMemory(SIZE, 64, (byte) 0);
		assertThrows(IndexOutOfBoundsException.class, () -> memory.get(SIZE));
		assertThrows(IndexOutOfBoundsException.class, () -> memory.write(SIZE - 1, new byte[2], 0, 2));
		assertThrows(IllegalArgumentException.class, () -> memory.erase(32, 64));
		PagedMemory.Snapshot other = new PagedMemory(SIZE * 2, 64, (byte) 0).snapshot();
		assertThrows(IllegalArgumentException.class, () -> memory.restore(other));
	}

	private static void change(PagedMemory memory, byte[] model, Random random) {
		int offset = random.nextInt(SIZE);
		int length = random.nextInt(Math.min(200, SIZE - offset + 1));
		byte[] data = new byte[length + 3];
		random.nextBytes(data);
		int kind = random.nextInt(4);
		if (kind == 0) {
			memory.write(offset, data, 3, length);
			System.arraycopy(data, 3, model, offset, length);
		} else if (kind == 1) {
			memory.and(offset, data, 3, length);
			for (int i = 0; i < length; i++) {
				model[offset + i] &= data[3 + i];
			}
		} else if (kind == 2) {
			int page = offset / 64 * 64;
			memory.erase(page, 64);
			Arrays.fill(model, page, page + 64, (byte) 0xFF);
		} else {
			memory.set(offset, data[0]);
			model[offset] = data[0];
			assertEquals(data[0], memory.get(offset));
		}
	}

	private static byte[] contents(PagedMemory memory) {
		byte[] all = new byte[memory.size()];
		memory.read(0, all, 0, all.length);
		return all;
	}
}
