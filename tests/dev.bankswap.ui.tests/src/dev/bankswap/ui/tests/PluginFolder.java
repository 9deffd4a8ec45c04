/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.tests;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A plug-in as it lies in the source tree. */
final class PluginFolder {

	private final Path folder;

	private final Document xml;

	PluginFolder(String name) {
		folder = Path.of("..", "..", "plugins", name);
		try {
			xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(folder.resolve("plugin.xml").toFile());
		} catch (IOException | SAXException | ParserConfigurationException e) {
			throw new IllegalStateException("cannot read plugin.xml of " + name, e);
		}
	}

	List<Element> elements() {
		return elements("*");
	}

	/** The values that an attribute has in all elements of a name. */
	Stream<String> ids(String element, String attribute) {
		return elements(element).stream().map(e -> e.getAttribute(attribute)).filter(value -> !value.isEmpty());
	}

	/** The elements that define a command, not those that put one into a menu. */
	List<Element> commandDefinitions() {
		return elements("command").stream().filter(element -> !element.getAttribute("id").isEmpty()).toList();
	}

	/** Every key that an attribute or a text refers to with a per cent sign. */
	Set<String> keys() {
		Stream<String> attributes = elements().stream().flatMap(element -> IntStream.range(0, element.getAttributes().getLength())
				.mapToObj(i -> element.getAttributes().item(i).getNodeValue()));
		Stream<String> texts = elements().stream().filter(element -> element.getElementsByTagName("*").getLength() == 0)
				.map(element -> element.getTextContent().strip());
		return Stream.concat(attributes, texts).filter(text -> text.startsWith("%")).map(text -> text.substring(1))
				.collect(Collectors.toSet());
	}

	Properties properties() {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(folder.resolve("plugin.properties"))) {
			properties.load(reader);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return properties;
	}

	boolean has(String file) {
		return Files.isRegularFile(folder.resolve(file));
	}

	String text(String file) {
		try {
			return Files.readString(folder.resolve(file));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** All icons of normal resolution, relative to the plug-in. */
	List<String> iconFiles() {
		try (Stream<Path> files = Files.walk(folder.resolve("icons"))) {
			return files.filter(file -> file.toString().endsWith(".png") && !file.toString().endsWith("@2x.png"))
					.map(file -> folder.relativize(file).toString().replace('\\', '/')).toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public String toString() {
		return folder.getFileName().toString();
	}

	private List<Element> elements(String name) {
		NodeList nodes = xml.getElementsByTagName(name);
		List<Element> result = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++) {
			result.add((Element) nodes.item(i));
		}
		return result;
	}
}
