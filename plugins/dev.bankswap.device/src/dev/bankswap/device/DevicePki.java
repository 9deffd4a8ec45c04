/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The keys and certificates of a device, through its {@code pki} command. Private keys never leave the device; there is no call for them.
 */
public final class DevicePki {
	/** Label of the root certificate of the endpoint. */
	public static final String ROOT_CA = "root_ca_cert";
	/** Label of the device's public key. */
	public static final String TLS_PUBLIC_KEY = "tls_key_pub";
	/** Label of the device's certificate. */
	public static final String TLS_CERTIFICATE = "tls_cert";
	/** Label of the public key that signatures of firmware images are checked with. */
	public static final String CODE_SIGNING_KEY = "ota_signer_pub";
	/** The firmware's buffer for what was pasted. */
	private static final int MAX_OBJECT = 2000;

	private final CliClient client;

	/**
	 * Makes the view of a device's keys and certificates.
	 *
	 * @param client an open client
	 */
	public DevicePki(CliClient client) {
		this.client = client;
	}

	/**
	 * Makes the device generate its key pair. Replaces the one that it had.
	 *
	 * @return the public key, as SubjectPublicKeyInfo in DER
	 * @throws SerialException if the device could not
	 */
	public byte[] generateKey() throws SerialException {
		CliAnswer answer = client.run("pki generate key");
		if (!answer.has("SUCCESS: Key pair generated")) {
			throw refused("generate a key pair", answer);
		}
		return answer.pem().orElseThrow(() -> damaged("public key"));
	}

	/**
	 * Makes the device issue a certificate for its key to itself, with the staged thing name as its subject.
	 *
	 * @return the certificate in DER
	 * @throws SerialException if the device could not
	 */
	public byte[] generateCertificate() throws SerialException {
		CliAnswer answer = client.run("pki generate cert");
		return answer.pem().orElseThrow(() -> refused("generate a certificate", answer));
	}

	/**
	 * Reads a certificate.
	 *
	 * @param label where it is stored
	 * @return the certificate in DER, or nothing if the device has none under that label
	 * @throws SerialException if the device does not answer
	 */
	public Optional<byte[]> exportCertificate(String label) throws SerialException {
		return client.run("pki export cert " + label).pem();
	}

	/**
	 * Reads a public key.
	 *
	 * @param label where it is stored
	 * @return the key as SubjectPublicKeyInfo in DER, or nothing if the device has none under that label
	 * @throws SerialException if the device does not answer
	 */
	public Optional<byte[]> exportKey(String label) throws SerialException {
		return client.run("pki export key " + label).pem();
	}

	/**
	 * Stores a certificate, reads it back and compares; pastes again if characters were lost.
	 *
	 * @param label where to store it
	 * @param der the certificate in DER
	 * @throws SerialException if the device refuses it, or it cannot be transferred undamaged
	 */
	public void importCertificate(String label, byte[] der) throws SerialException {
		transfer("cert", "CERTIFICATE", label, der);
	}

	/**
	 * Stores a public key, reads it back and compares; pastes again if characters were lost.
	 *
	 * @param label where to store it
	 * @param der the key as SubjectPublicKeyInfo in DER
	 * @throws SerialException if the device refuses it, or it cannot be transferred undamaged
	 */
	public void importKey(String label, byte[] der) throws SerialException {
		transfer("key", "PUBLIC KEY", label, der);
	}

	private void transfer(String object, String type, String label, byte[] der) throws SerialException {
		if (der.length == 0 || der.length > MAX_OBJECT) {
			// the firmware stops with a failed assertion on an empty object
			throw new SerialException(SerialProblem.DEVICE_REJECTED, "The object for " + label + " has " + der.length
					+ " bytes; the device takes 1 to " + MAX_OBJECT + ". Choose a smaller certificate.");
		}
		List<String> pem = PemText.lines(type, der);
		SerialException last = damaged(label);
		for (int attempt = 1; attempt <= client.timing().attempts(); attempt++) {
			Optional<CliAnswer> answer = paste("pki import " + object + " " + label, pem);
			boolean stored = answer.isPresent() && answer.get().has("Success:");
			if (answer.isPresent()) {
				Optional<byte[]> read = "cert".equals(object) ? exportCertificate(label) : exportKey(label);
				if (stored && read.isPresent() && Arrays.equals(read.get(), der)) {
					return;
				}
				last = stored ? damaged(label) : refused("import " + label, answer.get());
			}
		}
		throw last;
	}

	/**
	 * Pastes lines, each only after the echo of the one before it, so that the device never holds more than one unread line. When an echo
	 * is wrong or missing, the import is ended without completing it.
	 *
	 * @return what the device said, or nothing if the paste was broken off
	 */
	private Optional<CliAnswer> paste(String command, List<String> lines) throws SerialException {
		client.start(command);
		for (String line : lines) {
			client.send(line);
			if (!client.echoed(line, client.timing().echo())) {
				client.synchronise();
				return Optional.empty();
			}
		}
		return Optional.of(client.answer(client.timing().answer()));
	}

	private SerialException refused(String action, CliAnswer answer) {
		String said = answer.error().map(line -> "It said: " + line).orElse("It said nothing; this firmware takes P-256 keys and ECDSA certificates only, no RSA.");
		return new SerialException(SerialProblem.DEVICE_REJECTED, "The device on " + client.name() + " did not " + action + ". " + said);
	}

	private SerialException damaged(String what) {
		return new SerialException(SerialProblem.DEVICE_REJECTED, "The " + what + " on " + client.name()
				+ " is not what was sent. Characters were lost on the wire: close other programs that use the port, and check the cable.");
	}
}
