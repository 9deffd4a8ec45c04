/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.net;

import java.io.IOException;
import java.math.BigInteger;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.kernel.HeapUse;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.firmware.pki.PkiStore;
import dev.bankswap.formats.PkiObject;

/**
 * Loads what the TLS transport needs from the PKCS#11 objects ({@code mbedtls_transport_configure}): client key and
 * certificate, and the one root. Nothing but P-256 is compiled in, so any other root cannot be used.
 */
public final class TlsCredentials {

	private static final String SOURCE = TlsTransport.SOURCE;
	private static final String ALPN = "x-amzn-mqtt-ca";
	private static final int CERTIFICATE_LINE = 335;
	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

	/** What reading and checking the root takes. */
	private static final long ROOT_MS = 11;

	private final FirmwareContext context;
	private final PkiStore pki;
	private final Logger log;

	/**
	 * Creates the loader.
	 *
	 * @param context the running firmware
	 */
	public TlsCredentials(FirmwareContext context) {
		this.context = context;
		this.pki = context.pki();
		this.log = context.log();
	}

	/**
	 * Loads the credentials and logs the certificates.
	 *
	 * @param host server name
	 * @param port TCP port
	 * @return the request for the wire; empty if something is missing or unusable, which is logged
	 */
	public Optional<TlsRequest> configure(String host, int port) {
		Optional<byte[]> key = pki.load(PkiObject.TLS_KEY_PRIV.label());
		if (key.isEmpty()) {
			return failed(643, "Failed to add private key to TLS context.");
		}
		Optional<byte[]> certificate = pki.load(PkiObject.TLS_CERT.label());
		Optional<X509CertificateHolder> client = certificate.flatMap(TlsCredentials::parse);
		if (client.isEmpty()) {
			return failed(651, "Failed to add client certificate to TLS context.");
		}
		describe("Client Certificate: ", client.get());
		if (!ellipticCurve(client.get())) {
			return failed(685, "Private key and client certificate have mismatched key types.");
		}
		context.kernel().spend(ROOT_MS);
		Optional<byte[]> root = pki.load(PkiObject.ROOT_CA_CERT.label());
		Optional<X509CertificateHolder> authority = root.flatMap(TlsCredentials::parse).filter(TlsCredentials::ellipticCurve);
		if (authority.isEmpty()) {
			return failed(823, "Failed to load any valid Root CA Certificates.");
		}
		describe("CA Certificate:  ", authority.get());
		context.kernel().heap().allocate(HeapUse.TLS_CONFIGURATION);
		return Optional.of(new TlsRequest(host, port, root.get(), certificate.get(), key.get(), ALPN));
	}

	private Optional<TlsRequest> failed(int line, String message) {
		log.error(SOURCE, line, message);
		return Optional.empty();
	}

	private void describe(String label, X509CertificateHolder certificate) {
		log.info(SOURCE, CERTIFICATE_LINE, "%sCN=%s, SN:0x%s", label, commonName(certificate.getSubject()),
				hex(certificate.getSerialNumber()));
		log.info(SOURCE, CERTIFICATE_LINE + 1, "Issuer: CN=%s", commonName(certificate.getIssuer()));
		log.info(SOURCE, CERTIFICATE_LINE + 2, "Valid From: %s, Expires: %s", day(certificate.getNotBefore()),
				day(certificate.getNotAfter()));
	}

	private static Optional<X509CertificateHolder> parse(byte[] der) {
		try {
			return Optional.of(new X509CertificateHolder(der));
		} catch (IOException | RuntimeException unusable) {
			// what was imported is no certificate; Bouncy Castle says so with several unchecked exceptions
			return Optional.empty();
		}
	}

	private static boolean ellipticCurve(X509CertificateHolder certificate) {
		AlgorithmIdentifier algorithm = certificate.getSubjectPublicKeyInfo().getAlgorithm();
		ASN1Encodable curve = algorithm.getParameters();
		return X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm.getAlgorithm()) && curve != null
				&& SECObjectIdentifiers.secp256r1.equals(curve.toASN1Primitive());
	}

	private static String commonName(X500Name name) {
		RDN[] parts = name.getRDNs(BCStyle.CN);
		return parts.length == 0 ? "" : IETFUtils.valueToString(parts[0].getFirst().getValue());
	}

	private static String hex(BigInteger serialNumber) {
		return HexFormat.of().withUpperCase().formatHex(serialNumber.toByteArray());
	}

	private static String day(Date date) {
		return DATE.format(date.toInstant());
	}
}
