/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

import dev.bankswap.board.Rng;
import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.FirmwareSwitch;
import dev.bankswap.firmware.kernel.HeapUse;
import dev.bankswap.firmware.kernel.Kernel;
import dev.bankswap.firmware.kernel.StackUse;
import dev.bankswap.firmware.kvstore.KvKey;
import dev.bankswap.firmware.kvstore.KvStore;
import dev.bankswap.firmware.log.Assertions;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.firmware.pki.EcKeys;
import dev.bankswap.firmware.pki.PkiStore;
import dev.bankswap.firmware.pki.SubjectName;
import dev.bankswap.firmware.pki.X509Writer;

/** {@code pki generate}: key pairs, self-signed certificates and certificate signing requests. */
final class PkiGenerate {

	/**
	 * A P-256 point multiplication in software with its share of the surroundings; a key pair takes one, a signature too. In a
	 * capture of the real console the lines logged before it appear behind the output, so the UART task does not run meanwhile.
	 */
	private static final long POINT_MULTIPLICATION_MS = 35;

	private static final String PKCS11_SOURCE = "PkiObjectPkcs11.c";

	/** How a bad subject name is logged: the same text in two places of the source. */
	private enum NameProblem {
		REQUEST("CSR", 222),
		CERTIFICATE("Certificate", 400);

		private final String object;

		private final int line;

		NameProblem(String object, int line) {
			this.object = object;
			this.line = line;
		}
	}

	private final PkiStore pki;

	private final KvStore kv;

	private final Logger log;

	private final Assertions assertions;

	private final Rng rng;

	private final Kernel kernel;

	private final X509Writer writer;

	PkiGenerate(FirmwareContext context) {
		pki = context.pki();
		kv = context.kv();
		log = context.log();
		assertions = context.assertions();
		rng = context.board().rng();
		kernel = context.kernel();
		writer = new X509Writer(rng.asSecureRandom(), context.options().has(FirmwareSwitch.ECDSA_NULL_PARAMETER));
	}

	/** {@code pki generate key [label_public label_private]}: both labels or both defaults. */
	void key(List<String> labels, Terminal terminal) {
		boolean given = labels.size() > 1;
		String publicLabel = PkiLabels.at(given ? labels : List.of(), 0, PkiLabels.PUBLIC_KEY);
		String privateLabel = PkiLabels.at(given ? labels : List.of(), 1, PkiLabels.PRIVATE_KEY);
		pki.delete(privateLabel);
		pki.delete(publicLabel);
		kernel.spend(POINT_MULTIPLICATION_MS);
		kernel.useStack(StackUse.SIGNATURE);
		storeKeys(publicLabel, privateLabel, terminal);
	}

	/** {@code pki generate cert [cert_label [private_key_label]]}: printed even if it cannot be stored. */
	void certificate(List<String> labels, Terminal terminal) {
		String label = PkiLabels.at(labels, 0, PkiLabels.CERTIFICATE);
		String keyLabel = PkiLabels.at(labels, 1, PkiLabels.PRIVATE_KEY);
		sign(keyLabel, NameProblem.CERTIFICATE, (name, key) -> {
			byte[] certificate = writer.certificate(name, key);
			CertificateStorage.store(pki, log, label, certificate);
			Pem.print(terminal, Pem.CERTIFICATE, certificate);
		});
	}

	/** {@code pki generate csr [private_key_label]}: printed, not stored. */
	void request(List<String> labels, Terminal terminal) {
		String keyLabel = PkiLabels.at(labels, 0, PkiLabels.PRIVATE_KEY);
		sign(keyLabel, NameProblem.REQUEST, (name, key) -> Pem.print(terminal, Pem.REQUEST, writer.request(name, key)));
	}

	private void storeKeys(String publicLabel, String privateLabel, Terminal terminal) {
		ECPrivateKeyParameters key = EcKeys.generate(rng.asSecureRandom());
		byte[] info = EcKeys.subjectPublicKeyInfo(EcKeys.point(key));
		boolean publicStored = pki.store(publicLabel, info);
		boolean privateStored = pki.store(privateLabel, EcKeys.sec1(key));
		if (!publicStored || !privateStored) {
			throw assertions.fatal(PKCS11_SOURCE, 561);
		}
		terminal.println("SUCCESS: Key pair generated and stored in");
		terminal.println("Private Key Label: " + privateLabel);
		terminal.println("Public Key Label: " + sized(publicLabel, privateLabel.length()));
		Pem.print(terminal, Pem.PUBLIC_KEY, info);
	}

	/** The firmware writes the public label with the length of the private one: with the defaults a NUL follows it. */
	private static String sized(String label, int length) {
		return length <= label.length() ? label.substring(0, length) : label + "\0".repeat(length - label.length());
	}

	/** What is made of the name and the key. */
	private interface Product {

		void make(String commonName, ECPrivateKeyParameters key);
	}

	private void sign(String keyLabel, NameProblem problem, Product product) {
		Optional<ECPrivateKeyParameters> key = pki.load(keyLabel).flatMap(EcKeys::privateKey);
		if (key.isEmpty()) {
			log.error(PKCS11_SOURCE, 283, "Failed to find private key with label: %s in PKCS#11 module. CK_RV: CKR_OK", keyLabel);
			return;
		}
		SubjectName subject = SubjectName.parse(new String(kv.bytes(KvKey.THING_NAME), StandardCharsets.UTF_8));
		if (subject.commonName().isEmpty()) {
			log.error("cli_pki.c", problem.line, "Failed to set %s Subject Name:  %s", problem.object, subject.problem());
			return;
		}
		kernel.spend(2 * POINT_MULTIPLICATION_MS);
		kernel.useStack(StackUse.CERTIFICATE);
		kernel.heap().pass(HeapUse.PEM_BUFFER);
		kernel.heap().allocate(HeapUse.SIGNING_CONTEXT);
		subject.commonName().ifPresent(name -> product.make(name, key.get()));
	}
}
