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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

/** The rules of the house that a compiler does not know. */
@ExtendWith(NoErrorLogged.class)
class HouseRulesTest {

	private static final Pattern FORBIDDEN = Pattern.compile("System\\.(out|err)\\b|printStackTrace\\(|Thread\\.sleep\\(|new Thread\\(");
	private static final Pattern EMPTY_CATCH = Pattern.compile("catch *\\([^)]*\\) *\\{\\s*(//[^\\n]*\\s*)*\\}");
	private static final int LONGEST_CLASS = 400;

	/** The command line is what writes to standard output. */
	private static final String COMMAND_LINE = "dev.bankswap.headless";

	@Test
	void mainCodeKeepsToTheRules() {
		List<String> wrong = new ArrayList<>();
		for (Path bundle : Tree.bundles("plugins")) {
			for (Path file : Tree.sources(bundle)) {
				String text = Tree.read(file);
				if (!bundle.endsWith(COMMAND_LINE) && FORBIDDEN.matcher(text).find()) {
					wrong.add("output, sleep or thread: " + Tree.ROOT.relativize(file));
				}
				if (EMPTY_CATCH.matcher(text).find()) {
					wrong.add("empty catch: " + Tree.ROOT.relativize(file));
				}
				if (text.lines().count() > LONGEST_CLASS) {
					wrong.add("longer than " + LONGEST_CLASS + " lines: " + Tree.ROOT.relativize(file));
				}
			}
		}
		assertEquals(List.of(), wrong);
	}

	@Test
	void everyBundleHasTheCompilerPolicy() {
		Path policy = Tree.ROOT.resolve("releng/policy");
		for (String folder : List.of("plugins", "tests")) {
			for (Path bundle : Tree.bundles(folder)) {
				if (Tree.sources(bundle).isEmpty()) {
					continue;
				}
				String name = bundle.getFileName().toString();
				String kind = folder.equals("tests") ? "tests."
						: name.matches(".*\\.(ui|core|headless)") ? "externalised." : "";
				assertEquals(Tree.read(policy.resolve("org.eclipse.jdt.core." + kind + "prefs")),
						Tree.read(bundle.resolve(".settings/org.eclipse.jdt.core.prefs")), name);
			}
		}
	}

	@Test
	void everyTestClassWatchesTheLog() {
		List<String> unwatched = new ArrayList<>();
		for (Path bundle : Tree.bundles("tests")) {
			for (Path file : Tree.sources(bundle)) {
				String text = Tree.read(file);
				if (text.matches("(?s).*@(Test|ParameterizedTest|TestFactory)\\b.*") && !text.contains("NoErrorLogged.class")) {
					unwatched.add(Tree.ROOT.relativize(file).toString());
				}
			}
		}
		assertEquals(List.of(), unwatched);
	}

	@Test
	void everyBundleOpensInPde() {
		for (String folder : List.of("plugins", "tests")) {
			for (Path bundle : Tree.bundles(folder)) {
				assertTrue(Files.exists(bundle.resolve("build.properties")), bundle + " build.properties");
				assertTrue(Files.exists(bundle.resolve(".project")), bundle + " .project");
				assertTrue(Tree.sources(bundle).isEmpty() || Files.exists(bundle.resolve(".classpath")), bundle + " .classpath");
			}
		}
	}

	@Test
	void theProductCarriesTheSampleFirmwareAsItIsBuilt() throws IOException {
		for (String name : List.of("aws_ri-1.0.0.elf", "aws_ri-1.1.0.elf")) {
			byte[] built = Files.readAllBytes(Tree.ROOT.resolve("tests/sample-firmware/built/" + name));
			byte[] carried = Files.readAllBytes(Tree.ROOT
					.resolve("plugins/dev.bankswap.simulator/src/dev/bankswap/simulator/demo/firmware/" + name));
			assertTrue(Arrays.equals(built, carried), name);
		}
	}

	@Test
	void everyShippedBundleIsInTheNotice() {
		String notice = Tree.read(Tree.ROOT.resolve("NOTICE"));
		for (String feature : List.of("dev.bankswap.feature", "dev.bankswap.simulator.feature")) {
			String text = Tree.read(Tree.ROOT.resolve("features/" + feature + "/feature.xml"));
			Pattern.compile("<plugin\\s+id=\"([^\"]+)\"").matcher(text).results().map(found -> found.group(1))
					.forEach(id -> assertTrue(id.startsWith("dev.bankswap.") || notice.contains(id), id + " is not in NOTICE"));
		}
	}
}
