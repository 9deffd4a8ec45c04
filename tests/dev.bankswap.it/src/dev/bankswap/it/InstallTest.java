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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.bankswap.testing.NoErrorLogged;

/** The p2 repository, installed by the p2 director (see dev.bankswap.install) into an IDE that held no bundle of ours. */
@ExtendWith(NoErrorLogged.class)
class InstallTest {

	@TempDir
	Path folder;

	private static List<String> bundlesOfOurs(String property) throws IOException {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty(property), "plugins"))) {
			return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("dev.bankswap")).toList();
		}
	}

	private static String launcher() throws IOException {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("bankswap.installed"), "plugins"))) {
			return files.map(Path::toString).filter(name -> name.contains("org.eclipse.equinox.launcher_")).findFirst()
					.orElseThrow();
		}
	}

	@Test
	void theDirectorInstalledEveryBundle() throws IOException {
		assertEquals(List.of(), bundlesOfOurs("bankswap.pristine"), "the pristine IDE holds bundles of ours");
		List<String> installed = bundlesOfOurs("bankswap.installed");
		for (Path bundle : Tree.bundles("plugins")) {
			String name = bundle.getFileName().toString();
			assertTrue(installed.stream().anyMatch(file -> file.startsWith(name + "_")), name + " was not installed");
		}
	}

	@Test
	void theInstalledIdeShowsThePerspectiveAndRunsTheDemo() throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		try (Run ide = Run.start(java, "-jar", launcher(), "-nosplash", "-consoleLog", "-data",
				folder.resolve("workspace").toString(), "-bankswapDemo", "-bankswapDemoExit")) {
			assertEquals(0, ide.exit(180), ide::toString);
		}
		Path log = folder.resolve("workspace/.metadata/.log");
		String text = Files.exists(log) ? Tree.read(log) : "";
		assertTrue(text.lines().noneMatch(line -> line.matches("!ENTRY dev\\.bankswap\\S* 4 .*")), text);
		assertTrue(Tree.read(folder.resolve("workspace/.metadata/.plugins/org.eclipse.e4.workbench/workbench.xmi"))
				.contains("dev.bankswap.simulator.perspective"), "the perspective was not open");
	}
}
