/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.FirmwareSwitch;
import dev.bankswap.firmware.kernel.Heap;
import dev.bankswap.firmware.kernel.HeapUse;
import dev.bankswap.firmware.log.Assertions;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.firmware.pki.CertificateProfile;
import dev.bankswap.firmware.pki.EcKeys;
import dev.bankswap.firmware.pki.PkiStore;

/** {@code pki import}: reads a pasted PEM text line by line and stores the object. */
final class PkiImport {

	private final PkiStore pki;

	private final Logger log;

	private final Assertions assertions;

	private final CertificateProfile profile;

	private final Heap heap;

	PkiImport(FirmwareContext context) {
		pki = context.pki();
		log = context.log();
		assertions = context.assertions();
		heap = context.kernel().heap();
		profile = new CertificateProfile(context.options().has(FirmwareSwitch.RSA_AND_P384));
	}

	/** {@code pki import cert [label]}: what cannot be parsed, an RSA certificate for one, is ignored in silence. */
	void certificate(List<String> labels, Terminal terminal, Runnable done) {
		String label = PkiLabels.at(labels, 0, PkiLabels.CERTIFICATE);
		read(terminal, done, der -> {
			if (der.length == 0) {
				throw assertions.fatal("cli_pki.c", 727);
			}
			heap.pass(HeapUse.PEM_BUFFER);
			profile.parse(der).ifPresent(certificate -> {
				heap.allocate(HeapUse.IMPORTED_CERTIFICATE);
				terminal.println(CertificateStorage.store(pki, log, label, certificate)
						? "Success: Certificate loaded to label: '" + label + "'."
						: "Error: failed to save certificate to label: '" + label + "'.");
			});
		});
	}

	/** {@code pki import key [label]}: public keys only. */
	void key(List<String> labels, Terminal terminal, Runnable done) {
		String label = PkiLabels.at(labels, 0, PkiLabels.SIGNER_KEY);
		read(terminal, done, der -> {
			heap.pass(HeapUse.PEM_BUFFER);
			Optional<byte[]> point = EcKeys.publicPoint(der);
			if (point.isPresent()) {
				terminal.println(store(label, EcKeys.subjectPublicKeyInfo(point.get()))
						? "Success: Public Key loaded to label: '" + label + "'."
						: "Error: failed to save public key to label: '" + label + "'.");
			} else {
				terminal.print("ERROR: Failed to parse public key.");
			}
		});
	}

	private boolean store(String label, byte[] der) {
		pki.delete(label);
		pki.find(label);
		return pki.store(label, der);
	}

	private void read(Terminal terminal, Runnable done, Consumer<byte[]> complete) {
		next(new PemParser(), terminal, done, complete);
	}

	private void next(PemParser parser, Terminal terminal, Runnable done, Consumer<byte[]> complete) {
		terminal.readLine(line -> {
			PemParser.Progress progress = parser.accept(line);
			if (progress == PemParser.Progress.MORE) {
				next(parser, terminal, done, complete);
				return;
			}
			if (progress == PemParser.Progress.COMPLETE) {
				complete.accept(parser.decoded());
			} else if (!parser.message().isEmpty()) {
				terminal.println(parser.message());
			}
			done.run();
		});
	}
}
