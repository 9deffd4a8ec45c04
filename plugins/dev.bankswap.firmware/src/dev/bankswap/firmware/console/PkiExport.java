/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.util.List;
import java.util.Optional;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.firmware.pki.EcKeys;
import dev.bankswap.firmware.pki.PkiStore;
import dev.bankswap.formats.PkiObject;

/** {@code pki export}: prints certificates and the public half of keys. Nothing here prints a private key. */
final class PkiExport {

	private static final byte[] NOTHING = {};

	private final PkiStore pki;

	private final Logger log;

	PkiExport(FirmwareContext context) {
		pki = context.pki();
		log = context.log();
	}

	/** {@code pki export cert [label]}: a missing object gives an empty PEM, because its error code is taken for success. */
	void certificate(List<String> labels, Terminal terminal) {
		String label = PkiLabels.at(labels, 0, PkiLabels.CERTIFICATE);
		Optional<byte[]> der = pki.load(label);
		if (der.isEmpty()) {
			invalidHandle();
		}
		// The PKCS#11 library does not hand out the value of a private object.
		boolean secret = PkiObject.byLabel(label).filter(PkiObject::isPrivate).isPresent();
		Pem.print(terminal, Pem.CERTIFICATE, secret ? NOTHING : der.orElse(NOTHING));
	}

	/** {@code pki export key [label]}: for a missing object only the line with the label is printed. */
	void key(List<String> labels, Terminal terminal) {
		String label = PkiLabels.at(labels, 0, PkiLabels.PUBLIC_KEY);
		Optional<byte[]> der = pki.load(label);
		if (der.isEmpty()) {
			invalidHandle();
			log.error("PkiObjectPkcs11.c", 143, "Failed to allocate %d bytes for public key in DER format.", 0);
		}
		terminal.println("Public Key Label: " + label);
		der.ifPresent(stored -> Pem.print(terminal, Pem.PUBLIC_KEY, publicHalf(stored)));
	}

	private void invalidHandle() {
		log.error("core_pkcs11_mbedtls.c", 3068, "Failed to get attribute. The object handle was invalid.");
	}

	private static byte[] publicHalf(byte[] stored) {
		Optional<byte[]> point = EcKeys.publicPoint(stored).or(() -> EcKeys.privateKey(stored).map(EcKeys::point));
		// A certificate has no key context; the firmware follows its null pointer into the fault handler.
		return EcKeys.subjectPublicKeyInfo(point.orElseThrow(() -> new HardFault("pki export key: object without key context")));
	}
}
