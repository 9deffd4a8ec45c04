/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

/** The arrows between the bundles point down, and never sideways between the real side and the model side. */
@ExtendWith(NoErrorLogged.class)
class LayeringTest {

	private static final String OURS = "dev.bankswap.";

	/** For each bundle, which of ours it may use. */
	private static final Map<String, Set<String>> ALLOWED = new TreeMap<>();
	static {
		ALLOWED.put("littlefs", Set.of());
		ALLOWED.put("formats", Set.of("littlefs"));
		ALLOWED.put("board", Set.of("formats", "littlefs"));
		ALLOWED.put("firmware", Set.of("board", "formats", "littlefs"));
		ALLOWED.put("cloud", Set.of("formats", "littlefs"));
		ALLOWED.put("device", Set.of("formats", "littlefs"));
		ALLOWED.put("aws", Set.of("formats", "littlefs"));
		ALLOWED.put("core", Set.of("device", "aws", "formats", "littlefs"));
		ALLOWED.put("simulator", Set.of("core", "device", "aws", "board", "firmware", "cloud", "formats", "littlefs"));
		Set<String> belowTheIde = new HashSet<>(ALLOWED.keySet());
		ALLOWED.put("headless", belowTheIde);
		ALLOWED.put("ui", Set.of("core", "device", "aws", "formats", "littlefs"));
		Set<String> simulatorUi = new HashSet<>(belowTheIde);
		simulatorUi.add("ui");
		ALLOWED.put("simulator.ui", simulatorUi);
		ALLOWED.put("doc", Set.of());
	}

	private static final Set<String> IDE = Set.of("ui", "simulator.ui", "doc", "headless");

	/** What the use cases may know of the platform. */
	private static final Set<String> USE_CASES = Set.of("core", "simulator");
	private static final Set<String> PLATFORM_FOR_USE_CASES = Set.of("org.eclipse.equinox.common", "org.eclipse.osgi");

	private static String shortName(Path bundle) {
		return bundle.getFileName().toString().substring(OURS.length());
	}

	private static List<String> required(Path bundle) {
		String header = Tree.manifest(bundle).getMainAttributes().getValue("Require-Bundle");
		return header == null ? List.of() : names(header);
	}

	/** Splits a header at the commas that are not inside quotes, and drops attributes and directives. */
	private static List<String> names(String header) {
		return Arrays.stream(header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).map(part -> part.split(";")[0].trim())
				.toList();
	}

	@Test
	void everyBundleHasItsPlace() {
		Set<String> found = new TreeSet<>();
		Tree.bundles("plugins").forEach(bundle -> found.add(shortName(bundle)));
		assertTrue(ALLOWED.keySet().containsAll(found), "bundles without a layer: " + found);
		assertTrue(found.size() >= 12, "the tree was not found: " + found);
	}

	@Test
	void arrowsPointDown() {
		List<String> wrong = new ArrayList<>();
		for (Path bundle : Tree.bundles("plugins")) {
			for (String name : required(bundle)) {
				if (name.startsWith(OURS) && !ALLOWED.get(shortName(bundle)).contains(name.substring(OURS.length()))) {
					wrong.add(shortName(bundle) + " -> " + name);
				}
			}
		}
		assertEquals(List.of(), wrong);
	}

	@Test
	void nothingBelowTheIdeKnowsThePlatform() {
		List<String> wrong = new ArrayList<>();
		for (Path bundle : Tree.bundles("plugins")) {
			String name = shortName(bundle);
			for (String needed : IDE.contains(name) ? List.<String>of() : required(bundle)) {
				boolean platform = needed.startsWith("org.eclipse.") && !needed.equals("org.eclipse.jdt.annotation");
				if (platform && !(USE_CASES.contains(name) && PLATFORM_FOR_USE_CASES.contains(needed))) {
					wrong.add(name + " -> " + needed);
				}
			}
		}
		assertEquals(List.of(), wrong);
	}

	@Test
	void packagesOfOursAreNotImportedPastTheRequiredBundles() {
		for (Path bundle : Tree.bundles("plugins")) {
			String header = Tree.manifest(bundle).getMainAttributes().getValue("Import-Package");
			List<String> imported = header == null ? List.of() : names(header);
			assertFalse(imported.stream().anyMatch(name -> name.startsWith(OURS)), bundle.toString());
		}
	}

	@Test
	void exportsAreForFriendsOnly() {
		List<String> open = new ArrayList<>();
		for (Path bundle : Tree.bundles("plugins")) {
			String header = Tree.manifest(bundle).getMainAttributes().getValue("Export-Package");
			if (header != null) {
				Arrays.stream(header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
						.filter(part -> !part.contains("x-friends") && !part.contains("x-internal")).map(String::trim)
						.forEach(open::add);
			}
		}
		assertEquals(List.of(), open, "nothing is an API for others yet");
	}

	@Test
	void lowerBoundsOfThePlatformAreNotAboveTheOldestIde() {
		// what STM32CubeIDE 1.14.1 (Eclipse 4.29) has
		Map<String, String> oldest = Map.of("org.eclipse.ui", "3.204.0", "org.eclipse.swt", "3.124.100",
				"org.eclipse.core.runtime", "3.29.0", "org.eclipse.core.resources", "3.19.100", "org.eclipse.debug.core",
				"3.21.100", "org.eclipse.ui.console", "3.13.0", "org.eclipse.equinox.common", "3.18.100");
		for (Path bundle : Tree.bundles("plugins")) {
			String header = String.valueOf(Tree.manifest(bundle).getMainAttributes().getValue("Require-Bundle"));
			for (String part : header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
				String name = part.split(";")[0].trim();
				if (oldest.containsKey(name)) {
					assertTrue(part.contains("bundle-version="), bundle + " wants any " + name);
					String lower = part.replaceAll("(?s).*bundle-version=\"?\\[?([0-9.]+).*", "$1");
					assertTrue(compare(lower, oldest.get(name)) <= 0, bundle + " wants " + name + " " + lower);
				}
			}
		}
	}

	private static int compare(String left, String right) {
		int[] a = Arrays.stream(left.split("\\.")).mapToInt(Integer::parseInt).toArray();
		int[] b = Arrays.stream(right.split("\\.")).mapToInt(Integer::parseInt).toArray();
		return Arrays.compare(Arrays.copyOf(a, 3), Arrays.copyOf(b, 3));
	}
}
