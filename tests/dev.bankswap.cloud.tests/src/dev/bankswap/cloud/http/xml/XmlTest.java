/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class XmlTest {

	@Test
	void whatIsWrittenIsRead() {
		String text = new XmlWriter("Root", "urn:x").open("Inner").element("Text", "<&>\"'ä").element("Number", 7).close()
				.time("Time", Instant.parse("2023-08-23T09:52:00Z")).finish();
		XmlElement root = parse(text);
		assertEquals("<&>\"'ä", root.child("Inner").orElseThrow().childText("Text").orElseThrow());
		assertEquals("7", root.child("Inner").orElseThrow().childText("Number").orElseThrow());
		assertEquals("2023-08-23T09:52:00.000Z", root.childText("Time").orElseThrow());
		assertTrue(text.contains("xmlns=\"urn:x\""));
	}

	@Test
	void outsideDocumentsAreNotFollowed() {
		String attack = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\"><!ENTITY y \"yyyy\">]><a>&x;&y;</a>";
		assertFalse(XmlElement.parse(attack.getBytes(StandardCharsets.UTF_8)).map(XmlElement::text).orElse("").contains("y"));
	}

	@Test
	void deepNestingIsRefused() {
		assertTrue(XmlElement.parse(("<a>".repeat(5000) + "</a>".repeat(5000)).getBytes(StandardCharsets.UTF_8)).isEmpty());
	}

	@Test
	void randomChangesDoNoHarm() {
		Random random = new Random(5);
		byte[] valid = "<a><b c='d'>e</b><!-- f --><![CDATA[g]]>&lt;</a>".getBytes(StandardCharsets.UTF_8);
		int read = 0;
		for (int i = 0; i < 3000; i++) {
			byte[] changed = valid.clone();
			changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
			read += XmlElement.parse(changed).isPresent() ? 1 : 0;
		}
		assertTrue(read > 100 && read < 3000, "read " + read);
	}

	private static XmlElement parse(String text) {
		return XmlElement.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
	}
}
