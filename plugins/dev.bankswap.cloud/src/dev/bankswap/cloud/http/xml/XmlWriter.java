/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.xml;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML document, element after element. */
public final class XmlWriter {

	private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

	private final StringWriter text = new StringWriter();

	private final XMLStreamWriter writer;

	/**
	 * Begins a document.
	 *
	 * @param root      the name of its outermost element
	 * @param namespace its namespace, possibly empty
	 */
	public XmlWriter(String root, String namespace) {
		try {
			writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
			writer.writeStartDocument("UTF-8", "1.0");
			writer.writeStartElement(root);
			if (!namespace.isEmpty()) {
				writer.writeDefaultNamespace(namespace);
			}
		} catch (XMLStreamException e) {
			throw unexpected(e);
		}
	}

	/**
	 * Begins an element with elements in it.
	 *
	 * @param name its name
	 * @return this
	 */
	public XmlWriter open(String name) {
		try {
			writer.writeStartElement(name);
			return this;
		} catch (XMLStreamException e) {
			throw unexpected(e);
		}
	}

	/**
	 * Ends the innermost element.
	 *
	 * @return this
	 */
	public XmlWriter close() {
		try {
			writer.writeEndElement();
			return this;
		} catch (XMLStreamException e) {
			throw unexpected(e);
		}
	}

	/**
	 * Writes an element with text in it.
	 *
	 * @param name  its name
	 * @param value the text; numbers and truth values are written as Java writes them
	 * @return this
	 */
	public XmlWriter element(String name, Object value) {
		return open(name).text(value.toString()).close();
	}

	/**
	 * Writes an element with a time in it.
	 *
	 * @param name its name
	 * @param time the time, written with milliseconds
	 * @return this
	 */
	public XmlWriter time(String name, Instant time) {
		return element(name, MILLISECONDS.format(time.atOffset(ZoneOffset.UTC)));
	}

	/**
	 * Writes text.
	 *
	 * @param value the text
	 * @return this
	 */
	public XmlWriter text(String value) {
		try {
			writer.writeCharacters(value);
			return this;
		} catch (XMLStreamException e) {
			throw unexpected(e);
		}
	}

	/**
	 * Ends the document.
	 *
	 * @return the whole document
	 */
	public String finish() {
		try {
			writer.writeEndDocument();
			writer.flush();
			return text.toString();
		} catch (XMLStreamException e) {
			throw unexpected(e);
		}
	}

	private static IllegalStateException unexpected(XMLStreamException e) {
		return new IllegalStateException("An XML document could not be written to memory", e);
	}
}
