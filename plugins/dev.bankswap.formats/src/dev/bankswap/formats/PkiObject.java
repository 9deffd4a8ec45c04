/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats;

import java.util.Optional;

/** The PKCS#11 objects of the firmware, each a file in the root of the littlefs volume. */
public enum PkiObject {

	/** The device's private key, SEC1 DER. */
	TLS_KEY_PRIV("tls_key_priv", "corePKCS11_Key.dat", true),
	/** The device's public key, SubjectPublicKeyInfo DER. */
	TLS_KEY_PUB("tls_key_pub", "corePKCS11_PubKey.dat", false),
	/** The device's certificate, DER. */
	TLS_CERT("tls_cert", "corePKCS11_Certificate.dat", false),
	/** The public key that OTA images are verified with, SubjectPublicKeyInfo DER. */
	OTA_SIGNER_PUB("ota_signer_pub", "corePKCS11_CodeSignKey.dat", false),
	/** A key for SNTP, not used by the application. */
	SNTP_HMAC("sntp_hmac", "corePKCS11_HMACKey.dat", true),
	/** A key for SNTP, not used by the application. */
	SNTP_CMAC("sntp_cmac", "corePKCS11_CMACKey.dat", true),
	/** The claim key of fleet provisioning, not used by the application. */
	FLEETPROV_CLAIM_KEY("fleetprov_claim_key", "corePKCS11_Claim_Key.dat", true),
	/** The claim certificate of fleet provisioning, not used by the application. */
	FLEETPROV_CLAIM_CERT("fleetprov_claim_cert", "corePKCS11_Claim_Certificate.dat", false),
	/** The root certificate that the MQTT endpoint is verified with, DER. */
	ROOT_CA_CERT("root_ca_cert", "corePKCS11_CA_Certificate.dat", false);

	private final String label;
	private final String fileName;
	private final boolean isPrivate;

	PkiObject(String label, String fileName, boolean isPrivate) {
		this.label = label;
		this.fileName = fileName;
		this.isPrivate = isPrivate;
	}

	/**
	 * Tells the label.
	 *
	 * @return the label that the CLI's {@code pki} commands use
	 */
	public String label() {
		return label;
	}

	/**
	 * Tells the file.
	 *
	 * @return the name of the file in the root directory of the volume
	 */
	public String fileName() {
		return fileName;
	}

	/**
	 * Tells whether the object is a secret.
	 *
	 * @return true for private and symmetric keys
	 */
	public boolean isPrivate() {
		return isPrivate;
	}

	/**
	 * Finds an object by its label.
	 *
	 * @param label a label
	 * @return the object, or nothing if the storage knows no file for this label
	 */
	public static Optional<PkiObject> byLabel(String label) {
		for (PkiObject object : values()) {
			if (object.label.equals(label)) {
				return Optional.of(object);
			}
		}
		return Optional.empty();
	}
}
