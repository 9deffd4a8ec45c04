/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is deleted with everything in it when it is closed, unless it belongs to the user. */
public final class TemporaryFolder implements AutoCloseable {

	private final Path path;
	private final boolean keep;

	private TemporaryFolder(Path path, boolean keep) {
		this.path = path;
		this.keep = keep;
	}

	/**
	 * Makes a folder that will be deleted.
	 *
	 * @return a new, empty folder that only this user can read
	 * @throws IOException if there is no place for it
	 */
	public static TemporaryFolder create() throws IOException {
		return new TemporaryFolder(Files.createTempDirectory("bankswap"), false); //$NON-NLS-1$
	}

	/**
	 * Uses a folder of the user's.
	 *
	 * @param folder stays as it is when closed
	 * @return the folder
	 */
	public static TemporaryFolder keep(Path folder) {
		return new TemporaryFolder(folder, true);
	}

	/**
	 * Returns the folder.
	 *
	 * @return its path
	 */
	public Path path() {
		return path;
	}

	@Override
	public void close() {
		if (keep || !Files.exists(path)) {
			return;
		}
		try (Stream<Path> files = Files.walk(path)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		} catch (IOException e) {
			System.getLogger("dev.bankswap.simulator") //$NON-NLS-1$
					.log(System.Logger.Level.WARNING, "A temporary folder is left behind: " + path, e); //$NON-NLS-1$
		}
	}
}
