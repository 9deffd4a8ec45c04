/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.pki;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The subject {@code CN=<thing name>} as mbedTLS parses it from text: an unescaped comma ends the name, a backslash may
 * only precede a comma.
 *
 * @param commonName the name without escapes, or empty if parsing failed
 * @param problem    what mbedTLS says about the failure, or empty
 */
public record SubjectName(Optional<String> commonName, String problem) {

	private static final int MAX_LENGTH = 256;

	private static final String INVALID_NAME = "X509 - The name tag or value is invalid : <No-Low-Level-Code>.";

	private static final String UNKNOWN_TAG = "X509 - Requested OID is unknown : <No-Low-Level-Code>.";

	/**
	 * Parses a thing name.
	 *
	 * @param thingName the text behind {@code CN=}
	 * @return the name or the problem
	 */
	public static SubjectName parse(String thingName) {
		StringBuilder name = new StringBuilder();
		int at = 0;
		while (at < thingName.length() && thingName.charAt(at) != ',') {
			char character = thingName.charAt(at);
			if (character == '\\') {
				at++;
				if (at == thingName.length() || thingName.charAt(at) != ',') {
					return new SubjectName(Optional.empty(), INVALID_NAME);
				}
				character = ',';
			}
			name.append(character);
			at++;
		}
		if (thingName.indexOf('=', at) >= 0) {
			return new SubjectName(Optional.empty(), UNKNOWN_TAG);
		}
		if (name.toString().getBytes(StandardCharsets.UTF_8).length >= MAX_LENGTH) {
			return new SubjectName(Optional.empty(), INVALID_NAME);
		}
		return new SubjectName(Optional.of(name.toString()), "");
	}

	/** The distinguished name in ASN.1: one RDN with one attribute. */
	static ASN1Encodable encode(String commonName) {
		DERSequence attribute = new DERSequence(new ASN1Encodable[] { BCStyle.CN, new DERUTF8String(commonName) });
		return new DERSequence(new DERSet(attribute));
	}
}
