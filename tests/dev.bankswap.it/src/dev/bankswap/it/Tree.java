/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The source tree that the tests belong to. Tests run in the folder of their own bundle. */
final class Tree {

	static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

	private Tree() {
		// not to be instantiated
	}

	static List<Path> bundles(String folder) {
		try (Stream<Path> found = Files.list(ROOT.resolve(folder))) {
			return found.filter(bundle -> Files.exists(bundle.resolve("META-INF/MANIFEST.MF"))).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static Manifest manifest(Path bundle) {
		try (InputStream in = Files.newInputStream(bundle.resolve("META-INF/MANIFEST.MF"))) {
			return new Manifest(in);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static List<Path> sources(Path bundle) {
		if (!Files.isDirectory(bundle.resolve("src"))) {
			return List.of();
		}
		try (Stream<Path> found = Files.walk(bundle.resolve("src"))) {
			return found.filter(file -> file.toString().endsWith(".java")).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
