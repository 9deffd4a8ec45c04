/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.eclipse.jdt.annotation.Nullable;

import dev.bankswap.firmware.net.TlsRequest;

/**
 * The TLS profile of the firmware on the engine of the host: TLS 1.2, ECDHE-ECDSA with AES-GCM on P-256, SNI and ALPN, server
 * name checked, one root, one client certificate with the key that the device made (firmware reference, section 5.3).
 */
final class DeviceTls {

	private static final String[] SUITES = { "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", //$NON-NLS-1$
			"TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384" }; //$NON-NLS-1$
	private static final String ALIAS = "device"; //$NON-NLS-1$

	private DeviceTls() {
		// not to be instantiated
	}

	/**
	 * Prepares the engine of one connection.
	 *
	 * @param request host, credentials and root
	 * @return a client engine, before the handshake
	 * @throws GeneralSecurityException if the credentials are not usable
	 * @throws IOException              if the credentials are not readable
	 */
	static SSLEngine engine(TlsRequest request) throws GeneralSecurityException, IOException {
		SSLContext context = SSLContext.getInstance("TLS"); //$NON-NLS-1$
		KeyManager keys = new DeviceKey(certificate(request.certificateDer()), privateKey(request.privateKeySec1Der()));
		context.init(new KeyManager[] { keys }, trust(request.rootCaDer()).getTrustManagers(), null);
		SSLEngine engine = context.createSSLEngine(request.host(), request.port());
		engine.setUseClientMode(true);
		SSLParameters parameters = engine.getSSLParameters();
		parameters.setProtocols(new String[] { "TLSv1.2" }); //$NON-NLS-1$
		parameters.setCipherSuites(SUITES);
		parameters.setServerNames(List.of(new SNIHostName(request.host())));
		parameters.setApplicationProtocols(new String[] { request.alpn() });
		parameters.setEndpointIdentificationAlgorithm("HTTPS"); //$NON-NLS-1$
		engine.setSSLParameters(parameters);
		return engine;
	}

	private static TrustManagerFactory trust(byte[] root) throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		store.setCertificateEntry("root", certificate(root)); //$NON-NLS-1$
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(store);
		return factory;
	}

	private static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
		return (X509Certificate) CertificateFactory.getInstance("X.509") //$NON-NLS-1$
				.generateCertificate(new ByteArrayInputStream(der));
	}

	/** The store keeps SEC1; the host's key factory wants PKCS#8. */
	private static PrivateKey privateKey(byte[] sec1) throws GeneralSecurityException, IOException {
		PrivateKeyInfo info = new PrivateKeyInfo(
				new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1),
				ECPrivateKey.getInstance(sec1));
		return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded())); //$NON-NLS-1$
	}

	/** Offers the device's certificate whatever issuers the server names: it is self-signed, no issuer list can hold it. */
	private static final class DeviceKey extends X509ExtendedKeyManager {

		private final X509Certificate certificate;
		private final PrivateKey key;

		DeviceKey(X509Certificate certificate, PrivateKey key) {
			this.certificate = certificate;
			this.key = key;
		}

		@Override
		public String chooseEngineClientAlias(String @Nullable [] types, Principal @Nullable [] issuers,
				@Nullable SSLEngine engine) {
			return ALIAS;
		}

		@Override
		public String chooseClientAlias(String @Nullable [] types, Principal @Nullable [] issuers,
				@Nullable Socket socket) {
			return ALIAS;
		}

		@Override
		public String[] getClientAliases(@Nullable String type, Principal @Nullable [] issuers) {
			return new String[] { ALIAS };
		}

		@Override
		public X509Certificate[] getCertificateChain(@Nullable String alias) {
			return new X509Certificate[] { certificate };
		}

		@Override
		public PrivateKey getPrivateKey(@Nullable String alias) {
			return key;
		}

		@Override
		public @Nullable String chooseServerAlias(@Nullable String type, Principal @Nullable [] issuers,
				@Nullable Socket socket) {
			return null;
		}

		@Override
		public String @Nullable [] getServerAliases(@Nullable String type, Principal @Nullable [] issuers) {
			return null;
		}
	}
}
