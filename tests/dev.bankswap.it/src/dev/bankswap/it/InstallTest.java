/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.bankswap.testing.NoErrorLogged;

/** The p2 repository, installed by the p2 director into an IDE that holds no bundle of ours. */
@ExtendWith(NoErrorLogged.class)
class InstallTest {

	@TempDir
	Path folder;
	private Path ide;

	@BeforeEach
	void copyThePristineIde() throws IOException {
		Path pristine = Path.of(System.getProperty("bankswap.pristine"));
		ide = folder.resolve("ide");
		try (Stream<Path> files = Files.walk(pristine)) {
			for (Path file : files.toList()) {
				Files.copy(file, ide.resolve(pristine.relativize(file).toString()));
			}
		}
	}

	private List<String> bundlesOfOurs() throws IOException {
		try (Stream<Path> files = Files.list(ide.resolve("plugins"))) {
			return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("dev.bankswap")).toList();
		}
	}

	private String launcher() throws IOException {
		try (Stream<Path> files = Files.list(ide.resolve("plugins"))) {
			return files.map(Path::toString).filter(name -> name.contains("org.eclipse.equinox.launcher_")).findFirst()
					.orElseThrow();
		}
	}

	@Test
	void installsIntoAPristineIdeWhichThenShowsThePerspectiveAndRunsTheDemo() throws IOException {
		assertEquals(List.of(), bundlesOfOurs());
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		String repository = Path.of(System.getProperty("bankswap.repository")).toUri().toString();
		try (Run director = Run.start(java, "-jar", launcher(), "-nosplash", "-application",
				"org.eclipse.equinox.p2.director", "-consoleLog", "-repository", repository, "-installIU",
				"dev.bankswap.feature.feature.group,dev.bankswap.simulator.feature.feature.group", "-destination",
				ide.toString(), "-bundlepool", ide.toString(), "-profile", "pristine")) {
			assertEquals(0, director.exit(300), director::toString);
		}
		assertTrue(bundlesOfOurs().size() >= 10, () -> "nothing was installed");
		try (Run started = Run.start(java, "-jar", launcher(), "-nosplash", "-consoleLog", "-data",
				folder.resolve("workspace").toString(), "-bankswapDemo", "-bankswapDemoExit")) {
			assertEquals(0, started.exit(180), started::toString);
		}
		String log = Tree.read(folder.resolve("workspace/.metadata/.log"));
		assertTrue(log.lines().noneMatch(line -> line.startsWith("!ENTRY dev.bankswap") && line.contains(" 4 ")), log);
	}
}
