/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.dump;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import dev.bankswap.formats.FormatException;
import dev.bankswap.formats.ImageState;
import dev.bankswap.formats.KeyValueRecord;
import dev.bankswap.formats.PalState;
import dev.bankswap.formats.PkiObject;

/** Says in a few words what a file of the firmware holds. Secrets are named, but not told. */
final class FileMeaning {

	static final String IMAGE_STATE = "/ota/image_state";

	private static final String SETTINGS = "/cfg/";
	private static final String CREDENTIAL = "credential";
	private static final int MAX_TEXT = 300;
	private static final int FINGERPRINT = 8;

	private FileMeaning() {
		// only functions
	}

	static String of(String path, byte[] content) throws FormatException {
		if (path.equals(IMAGE_STATE)) {
			return imageState(ImageState.decode(content));
		}
		if (path.startsWith(SETTINGS)) {
			return setting(path, KeyValueRecord.decode(content));
		}
		Optional<PkiObject> object = Arrays.stream(PkiObject.values()).filter(known -> path.equals("/" + known.fileName()))
				.findFirst();
		return object.isPresent() ? pki(object.get(), content) : "";
	}

	private static String imageState(ImageState state) {
		String name = state.palState().map(PalState::text).orElse("unknown state " + state.state());
		return name + ", target bank " + state.targetBank();
	}

	private static String setting(String path, KeyValueRecord value) {
		if (path.contains(CREDENTIAL)) {
			return value.text().isEmpty() ? "empty" : "(hidden)";
		}
		return value.isString() ? '"' + printable(value.text()) + '"' : printable(value.text());
	}

	private static String pki(PkiObject object, byte[] content) throws FormatException {
		if (object.isPrivate()) {
			return object.label() + ": secret key (hidden)";
		}
		if (object.label().endsWith("cert")) {
			return object.label() + ": " + certificate(content);
		}
		return object.label() + ": public key, SHA-256 " + fingerprint(content);
	}

	private static String certificate(byte[] content) throws FormatException {
		try {
			CertificateFactory factory = CertificateFactory.getInstance("X.509");
			X509Certificate certificate = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(content));
			return "certificate of " + printable(certificate.getSubjectX500Principal().getName()) + ", valid until "
					+ certificate.getNotAfter().toInstant() + ", SHA-256 " + fingerprint(content);
		} catch (CertificateException e) {
			throw new FormatException("no X.509 certificate: " + printable(String.valueOf(e.getMessage())));
		}
	}

	private static String fingerprint(byte[] content) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
			return HexFormat.of().formatHex(digest, 0, FINGERPRINT) + "\u2026";
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}

	/** What a terminal shows without harm. */
	static String printable(String text) {
		StringBuilder shown = new StringBuilder();
		text.codePoints().limit(MAX_TEXT).map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? '?' : c)
				.forEach(shown::appendCodePoint);
		return text.codePointCount(0, text.length()) > MAX_TEXT ? shown.append('\u2026').toString() : shown.toString();
	}
}
