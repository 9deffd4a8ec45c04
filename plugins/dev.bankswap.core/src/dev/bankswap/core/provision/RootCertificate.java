/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import java.io.IOException;
import java.security.cert.X509Certificate;

import org.eclipse.osgi.util.NLS;

import dev.bankswap.core.operation.FailureKind;
import dev.bankswap.core.operation.OperationFailure;
import dev.bankswap.device.PemText;

/** The root certificate that a board checks its endpoint with. The firmware knows ECDSA on P-256 only. */
public final class RootCertificate {
	private final byte[] der;
	private final String subject;

	private RootCertificate(byte[] der, String subject) {
		this.der = der;
		this.subject = subject;
	}

	/**
	 * Returns Amazon Root CA 3, which endpoints with {@code -ats} in their name have.
	 *
	 * @return the certificate
	 * @throws OperationFailure if it is missing from this bundle
	 */
	public static RootCertificate amazonRootCa3() throws OperationFailure {
		try {
			return ofPem(Resources.text("AmazonRootCA3.pem")); //$NON-NLS-1$
		} catch (IOException e) {
			throw new OperationFailure(FailureKind.UNEXPECTED, Messages.root_missing, e);
		}
	}

	/**
	 * Reads a root certificate.
	 *
	 * @param pem the certificate as text
	 * @return the certificate
	 * @throws OperationFailure if it is none, or the firmware could not use it
	 */
	public static RootCertificate ofPem(String pem) throws OperationFailure {
		byte[] der = PemText.decode(pem).orElseThrow(() -> new OperationFailure(FailureKind.BAD_INPUT, Messages.root_noPem));
		X509Certificate certificate = Certificates.read(der).orElseThrow(() -> new OperationFailure(FailureKind.BAD_INPUT, Messages.root_noPem));
		String name = Certificates.commonName(certificate);
		if (!Certificates.p256(certificate.getPublicKey())) {
			throw new OperationFailure(FailureKind.BAD_INPUT, NLS.bind(Messages.root_notP256, name, certificate.getPublicKey().getAlgorithm()));
		}
		if (!"SHA256withECDSA".equalsIgnoreCase(certificate.getSigAlgName())) { //$NON-NLS-1$
			throw new OperationFailure(FailureKind.BAD_INPUT, NLS.bind(Messages.root_signature, name, certificate.getSigAlgName()));
		}
		return new RootCertificate(der, name);
	}

	/**
	 * Returns the certificate's bytes.
	 *
	 * @return a copy, in DER
	 */
	public byte[] der() {
		return der.clone();
	}

	/**
	 * Names the certificate.
	 *
	 * @return common name of its subject
	 */
	public String subject() {
		return subject;
	}
}
