/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The volume images that the reference implementation wrote, and listings of what it reads from a volume. */
final class Fixtures {

	private static final Path FOLDER = Path.of("data");
	private static final String IMAGE = ".img.gz";
	private static final int MAX_DEPTH = 20;

	private Fixtures() {
	}

	static List<String> names() throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(IMAGE))
					.map(name -> name.substring(0, name.length() - IMAGE.length())).sorted().toList();
		}
	}

	static byte[] image(String name) throws IOException {
		try (InputStream in = new GZIPInputStream(Files.newInputStream(FOLDER.resolve(name + IMAGE)))) {
			return in.readAllBytes();
		}
	}

	static List<String> listing(String name) throws IOException {
		List<String> lines = new ArrayList<>(Files.readAllLines(FOLDER.resolve(name + ".txt")));
		lines.subList(1, lines.size()).sort(null);
		return lines;
	}

	/** Lists a volume in the form of the text files. */
	static List<String> listingOf(LittleFs volume) throws LfsException {
		List<String> lines = new ArrayList<>();
		listDirectory(volume, "", 0, lines);
		lines.sort(null);
		lines.add(0, "used " + volume.usedBlocks());
		return lines;
	}

	private static void listDirectory(LittleFs volume, String path, int depth, List<String> lines) throws LfsException {
		for (Entry entry : volume.list(path.isEmpty() ? "/" : path)) {
			String child = path + "/" + entry.name();
			if (!entry.directory()) {
				byte[] content = volume.readFile(child);
				lines.add(String.format("F %s %d fnv1a=%08x", child, entry.size(), fnv1a(content)));
			} else if (depth < MAX_DEPTH) {
				lines.add("D " + child);
				listDirectory(volume, child, depth + 1, lines);
			}
		}
	}

	private static int fnv1a(byte[] content) {
		int hash = 0x811C9DC5;
		for (byte b : content) {
			hash = (hash ^ b & 0xFF) * 0x01000193;
		}
		return hash;
	}
}
