/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.xml;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a document from outside, without its attributes and namespaces.
 *
 * @param name     its local name
 * @param text     the text directly in it
 * @param children the elements in it
 */
public record XmlElement(String name, String text, List<XmlElement> children) {

	private static final int MAX_DEPTH = 16;

	/**
	 * Reads a document. References to other documents are not followed.
	 *
	 * @param bytes the document
	 * @return its outermost element; nothing if the bytes are no XML
	 */
	public static Optional<XmlElement> parse(byte[] bytes) {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		try {
			// decoded here, because the reader prints wrong bytes on the error stream
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
			while (reader.next() != XMLStreamConstants.START_ELEMENT) {
				// comments and processing instructions before the document
			}
			XmlElement root = read(reader, 0);
			while (reader.next() != XMLStreamConstants.END_DOCUMENT) {
				// comments and processing instructions after it
			}
			return Optional.of(root);
		} catch (XMLStreamException | CharacterCodingException | RuntimeException e) {
			// the reader answers some malformed documents with unchecked exceptions
			return Optional.empty();
		}
	}

	/**
	 * The first element of a name.
	 *
	 * @param wanted the name
	 * @return the element, if there is one
	 */
	public Optional<XmlElement> child(String wanted) {
		return children.stream().filter(child -> child.name().equals(wanted)).findFirst();
	}

	/**
	 * The text of the first element of a name.
	 *
	 * @param wanted the name
	 * @return its text, if there is one
	 */
	public Optional<String> childText(String wanted) {
		return child(wanted).map(XmlElement::text);
	}

	/**
	 * All elements of a name.
	 *
	 * @param wanted the name
	 * @return the elements
	 */
	public List<XmlElement> childrenNamed(String wanted) {
		return children.stream().filter(child -> child.name().equals(wanted)).toList();
	}

	private static XmlElement read(XMLStreamReader reader, int depth) throws XMLStreamException {
		if (depth > MAX_DEPTH) {
			throw new XMLStreamException("nested too deep");
		}
		String name = reader.getLocalName();
		StringBuilder text = new StringBuilder();
		List<XmlElement> children = new ArrayList<>();
		while (true) {
			switch (reader.next()) {
			case XMLStreamConstants.START_ELEMENT -> children.add(read(reader, depth + 1));
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
			case XMLStreamConstants.END_ELEMENT -> {
				return new XmlElement(name, text.toString(), children);
			}
			default -> { // comments and processing instructions say nothing
			}
			}
		}
	}
}
