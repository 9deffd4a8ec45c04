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
	/** What the volume has to contain if the last operation is done. */
	private SortedMap<String, byte[]> next = new TreeMap<>();

	private final Random random;

	RandomOperations(long seed) {
		random = new Random(seed);
	}

	/** Runs one operation; the model is changed only if it succeeds. */
	void step(LittleFs volume) throws LfsException {
		switch (random.nextInt(14)) {
			case 0 -> makeDirectory(volume);
			case 1, 2 -> removeSomething(volume);
			case 3, 4 -> renameSomething(volume);
			case 5, 6 -> changeFile(volume);
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
		SortedMap<String, byte[]> found = new TreeMap<>();
		collect(volume, "/", found);
		boolean done = found.keySet().equals(next.keySet());
		for (Map.Entry<String, byte[]> entry : found.entrySet()) {
			done = done && Arrays.equals(entry.getValue(), next.get(entry.getKey()));
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
			announce(path, DIRECTORY);
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
		if (isEmpty(path)) {
			next = new TreeMap<>(model);
			next.remove(path);
			volume.remove(path);
			applyLast();
		}
	}

	/** Moves a file or a directory with all that is in it; a file may replace another one. */
	private void renameSomething(LittleFs volume) throws LfsException {
		List<String> paths = new ArrayList<>(model.keySet());
		if (paths.isEmpty()) {
			return;
		}
		String from = paths.get(random.nextInt(paths.size()));
		boolean directory = model.get(from) == DIRECTORY;
		String to = directory() + (directory ? "d" + random.nextInt(100) : "f" + random.nextInt(120));
		boolean possible = !directory || !model.containsKey(to) && !(to + "/").startsWith(from + "/");
		if (!possible || to.length() > 60) {
			return;
		}
		next = new TreeMap<>();
		model.forEach((path, content) -> {
			boolean moves = path.equals(from) || path.startsWith(from + "/");
			if (moves || !path.equals(to)) {
				next.put(moves ? to + path.substring(from.length()) : path, content);
			}
		});
		volume.rename(from, to);
		applyLast();
	}

	/** Overwrites a part of a file, extends it or cuts it off. */
	private void changeFile(LittleFs volume) throws LfsException {
		List<String> files = model.keySet().stream().filter(path -> model.get(path) != DIRECTORY).toList();
		if (files.isEmpty()) {
			return;
		}
		String path = files.get(random.nextInt(files.size()));
		byte[] old = model.get(path);
		int position = random.nextInt(old.length + 1);
		byte[] data = new byte[random.nextInt(random.nextInt(5) == 0 ? 9000 : 300)];
		random.nextBytes(data);
		byte[] changed = Arrays.copyOf(old, random.nextInt(4) == 0 ? position + data.length : Math.max(old.length, position + data.length));
		System.arraycopy(data, 0, changed, position, data.length);
		next = new TreeMap<>(model);
		next.put(path, changed);
		try (LfsFile file = volume.open(path, OpenMode.RDWR)) {
			file.seek(position);
			file.write(data, 0, data.length);
			file.truncate(changed.length);
		}
		applyLast();
	}

	private boolean isEmpty(String path) {
		return model.tailMap(path + "/").isEmpty() || !model.tailMap(path + "/").firstKey().startsWith(path + "/");
	}

	private void writeFile(LittleFs volume) throws LfsException {
		String path = directory() + "f".repeat(1 + random.nextInt(3)) + random.nextInt(120);
		byte[] content = new byte[random.nextInt(4) == 0 ? SIZES[random.nextInt(SIZES.length)] : 1 + random.nextInt(500)];
		random.nextBytes(content);
		announce(path, content);
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

	private void announce(String path, byte[] content) {
		next = new TreeMap<>(model);
		next.put(path, content);
	}

	private void applyLast() {
		model.clear();
		model.putAll(next);
	}
}
