/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

import dev.bankswap.testing.NoErrorLogged;
import dev.bankswap.ui.theme.ThemeColour;

/** Everything that plugin.xml names exists; everything that a user sees has a text and, where one is usual, an icon. */
@ExtendWith(NoErrorLogged.class)
class PluginXmlTest {

	private static final Set<String> CLASS_ATTRIBUTES = Set.of("class", "provider");

	private static final Set<String> TEXT_ATTRIBUTES = Set.of("name", "label", "description", "tooltip", "mnemonic");

	static Stream<PluginFolder> plugins() {
		return Stream.of(new PluginFolder("dev.bankswap.ui"), new PluginFolder("dev.bankswap.simulator.ui"));
	}

	static Set<String> commands() {
		return plugins().flatMap(plugin -> plugin.ids("command", "id")).collect(Collectors.toSet());
	}

	@ParameterizedTest
	@MethodSource("plugins")
	void everyClassExists(PluginFolder plugin) {
		List<String> missing = plugin.elements().stream()
				.flatMap(element -> CLASS_ATTRIBUTES.stream().map(element::getAttribute))
				.filter(name -> name.startsWith("dev.bankswap.")).map(name -> name.replaceFirst(":.*", ""))
				.filter(name -> !canBeMade(name)).toList();
		assertEquals(List.of(), missing);
	}

	@ParameterizedTest
	@MethodSource("plugins")
	void everyKeyResolvesAndEveryPropertyIsUsed(PluginFolder plugin) {
		Set<String> keys = plugin.keys();
		assertEquals(Set.of(), minus(keys, plugin.properties().stringPropertyNames()), "without a text");
		Set<String> used = Stream.concat(keys.stream(), Stream.of("pluginName", "providerName")).collect(Collectors.toSet());
		assertEquals(Set.of(), minus(plugin.properties().stringPropertyNames(), used), "never used");
	}

	@ParameterizedTest
	@MethodSource("plugins")
	void everyTextIsExternalised(PluginFolder plugin) {
		List<String> raw = plugin.elements().stream().filter(element -> !Set.of("variable", "separator").contains(element.getTagName()))
				.flatMap(element -> TEXT_ATTRIBUTES.stream().map(element::getAttribute))
				.filter(text -> !text.isEmpty() && !text.startsWith("%")).toList();
		assertEquals(List.of(), raw);
	}

	@ParameterizedTest
	@MethodSource("plugins")
	void everyIconExistsInBothResolutionsWithItsSource(PluginFolder plugin) {
		Set<String> icons = plugin.ids("*", "icon").collect(Collectors.toSet());
		assertFalse(icons.isEmpty());
		Set<String> all = Stream.concat(icons.stream(), plugin.iconFiles().stream()).collect(Collectors.toSet());
		List<String> missing = all.stream().flatMap(icon -> {
			String base = icon.replaceFirst("\\.png$", "");
			return Stream.of(icon, base + "@2x.png", base + ".svg");
		}).filter(file -> !plugin.has(file)).toList();
		assertEquals(List.of(), missing);
	}

	@ParameterizedTest
	@MethodSource("plugins")
	void everyCommandHasHandlerImageCategoryAndTexts(PluginFolder plugin) {
		for (Element command : plugin.commandDefinitions()) {
			String id = command.getAttribute("id");
			assertTrue(plugin.ids("handler", "commandId").anyMatch(id::equals), () -> "no handler for " + id);
			assertTrue(plugin.ids("image", "commandId").anyMatch(id::equals), () -> "no image for " + id);
			for (String attribute : List.of("categoryId", "name", "description", "helpContextId")) {
				assertFalse(command.getAttribute(attribute).isEmpty(), () -> id + " has no " + attribute);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("plugins")
	void everyNamedCommandIsDefined(PluginFolder plugin) {
		Set<String> named = plugin.ids("*", "commandId").filter(id -> !id.startsWith("org.eclipse.ui.edit."))
				.collect(Collectors.toSet());
		assertEquals(Set.of(), minus(named, commands()));
	}

	@ParameterizedTest
	@MethodSource("plugins")
	void everyDefinitionIsThere(PluginFolder plugin) {
		Set<String> named = plugin.ids("reference", "definitionId").collect(Collectors.toSet());
		assertEquals(Set.of(), minus(named, plugin.ids("definition", "id").collect(Collectors.toSet())));
	}

	/** The commands of each plug-in, its views and its preference pages have a topic in the help. */
	@ParameterizedTest
	@MethodSource("plugins")
	void everyHelpContextHasATopic(PluginFolder plugin) {
		Set<String> wanted = Stream.of(plugin.ids("command", "helpContextId"), plugin.ids("view", "id"))
				.flatMap(ids -> ids).collect(Collectors.toSet());
		assertFalse(wanted.isEmpty());
		assertEquals(Set.of(), minus(wanted, helpContexts()));
	}

	@Test
	void everyColourHasAValueForTheDarkTheme() {
		PluginFolder ui = new PluginFolder("dev.bankswap.ui");
		String dark = ui.text("css/dark.css");
		Set<String> colours = ui.ids("colorDefinition", "id").collect(Collectors.toSet());
		assertEquals(ThemeColour.values().length, colours.size());
		for (ThemeColour colour : ThemeColour.values()) {
			assertTrue(colours.contains(colour.id()), () -> "no definition of " + colour);
			assertTrue(dark.contains("'" + colour.id() + "="), () -> "no dark value of " + colour);
		}
	}

	@Test
	void viewsAndPerspectiveHaveIconAndDescription() {
		PluginFolder plugin = new PluginFolder("dev.bankswap.simulator.ui");
		List<Element> parts = plugin.elements().stream()
				.filter(element -> Set.of("view", "perspective").contains(element.getTagName())).toList();
		assertEquals(4, parts.size());
		for (Element part : parts) {
			assertFalse(part.getAttribute("icon").isEmpty());
			assertEquals(1, part.getElementsByTagName("description").getLength());
		}
	}

	/** What {@code plugin.xml} of the help contributes, as complete identifiers. */
	private static Set<String> helpContexts() {
		PluginFolder doc = new PluginFolder("dev.bankswap.doc");
		return doc.elements().stream().filter(element -> element.getTagName().equals("contexts") && !element.getAttribute("file").isEmpty())
				.flatMap(element -> Pattern.compile("<context id=\"([^\"]+)\"").matcher(doc.text(element.getAttribute("file"))).results()
						.map(match -> element.getAttribute("plugin") + '.' + match.group(1)))
				.collect(Collectors.toSet());
	}

	private static Set<String> minus(Set<String> all, Set<String> known) {
		return all.stream().filter(item -> !known.contains(item)).collect(Collectors.toSet());
	}

	private static boolean canBeMade(String name) {
		try {
			Class<?> type = Class.forName(name, false, PluginXmlTest.class.getClassLoader());
			return type.getConstructor() != null;
		} catch (ReflectiveOperationException e) {
			return false;
		}
	}
}
