/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Random operations on a volume, and a map that knows what the volume has to contain. A directory is an entry without content. */
final class RandomOperations {

	private static final byte[] DIRECTORY = new byte[0];
	private static final int[] SIZES = { 0, 1, 255, 256, 511, 512, 513, 4095, 4096, 4097, 8188, 8189, 12_280, 20_000 };

	final SortedMap<String, byte[]> model = new TreeMap<>();
	/** The path that the last operation was about, and what is there if the operation is done. */
	String lastPath = "";
	boolean lastExists;
	byte[] lastContent = DIRECTORY;

	private final Random random;

	RandomOperations(long seed) {
		random = new Random(seed);
	}

	/** Runs one operation; the model is changed only if it succeeds. */
	void step(LittleFs volume) throws LfsException {
		switch (random.nextInt(10)) {
			case 0 -> makeDirectory(volume);
			case 1, 2 -> removeSomething(volume);
			default -> writeFile(volume);
		}
	}

	void assertSame(LittleFs volume) throws LfsException {
		SortedMap<String, byte[]> found = new TreeMap<>();
		collect(volume, "/", found);
		assertEquals(model.keySet(), found.keySet());
		for (Map.Entry<String, byte[]> expected : model.entrySet()) {
			assertArrayEquals(expected.getValue(), found.get(expected.getKey()), expected.getKey());
		}
	}

	/** Takes over the last operation, if the volume shows that it was done before the power was lost. */
	void settleLast(LittleFs volume) throws LfsException {
		boolean exists = volume.exists(lastPath);
		boolean done = exists == lastExists;
		if (done && exists && lastContent != DIRECTORY) {
			done = Arrays.equals(volume.readFile(lastPath), lastContent);
		}
		if (done) {
			applyLast();
		}
	}

	private static void collect(LittleFs volume, String directory, SortedMap<String, byte[]> found) throws LfsException {
		for (Entry entry : volume.list(directory)) {
			String path = directory + entry.name();
			if (entry.directory()) {
				found.put(path, DIRECTORY);
				collect(volume, path + "/", found);
			} else {
				byte[] content = volume.readFile(path);
				assertEquals(entry.size(), content.length);
				found.put(path, content);
			}
		}
	}

	private void makeDirectory(LittleFs volume) throws LfsException {
		String path = directory() + "d" + random.nextInt(100);
		if (!model.containsKey(path) && path.length() < 60) {
			announce(path, true, DIRECTORY);
			volume.mkdir(path);
			applyLast();
		}
	}

	private void removeSomething(LittleFs volume) throws LfsException {
		List<String> paths = new ArrayList<>(model.keySet());
		if (paths.isEmpty()) {
			return;
		}
		String path = paths.get(random.nextInt(paths.size()));
		if (model.tailMap(path + "/").isEmpty() || !model.tailMap(path + "/").firstKey().startsWith(path + "/")) {
			announce(path, false, DIRECTORY);
			volume.remove(path);
			applyLast();
		}
	}

	private void writeFile(LittleFs volume) throws LfsException {
		String path = directory() + "f".repeat(1 + random.nextInt(3)) + random.nextInt(120);
		byte[] content = new byte[random.nextInt(4) == 0 ? SIZES[random.nextInt(SIZES.length)] : 1 + random.nextInt(500)];
		random.nextBytes(content);
		announce(path, true, content);
		volume.writeFile(path, content);
		applyLast();
	}

	private String directory() {
		List<String> directories = new ArrayList<>();
		directories.add("/");
		model.forEach((path, content) -> {
			if (content == DIRECTORY) {
				directories.add(path + "/");
			}
		});
		return directories.get(random.nextInt(directories.size()));
	}

	private void announce(String path, boolean exists, byte[] content) {
		lastPath = path;
		lastExists = exists;
		lastContent = content;
	}

	private void applyLast() {
		if (lastExists) {
			model.put(lastPath, lastContent);
		} else {
			model.remove(lastPath);
		}
	}
}
