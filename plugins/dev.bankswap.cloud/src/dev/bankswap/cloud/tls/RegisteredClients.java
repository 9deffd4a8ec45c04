/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedTrustManager;

import org.eclipse.jdt.annotation.NonNullByDefault;

import dev.bankswap.cloud.service.CertificateRegistry;
import dev.bankswap.cloud.service.CertificateStatus;

/**
 * Accepts a client by the registration of its certificate and nothing else: device certificates are self-signed, and
 * their dates mean little. The platform does not say which parameters may be null, so neither does this class.
 */
@NonNullByDefault({})
final class RegisteredClients extends X509ExtendedTrustManager {

	private final CertificateRegistry certificates;

	private final boolean serverNameRequired;

	RegisteredClients(CertificateRegistry certificates, boolean serverNameRequired) {
		this.certificates = certificates;
		this.serverNameRequired = serverNameRequired;
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
		checkServerName(engine.getHandshakeSession());
		checkClientTrusted(chain, authType);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
		if (chain.length == 0 || certificates.byDer(chain[0].getEncoded())
				.filter(registered -> registered.status() == CertificateStatus.ACTIVE).isEmpty()) {
			throw new CertificateException("The client certificate is not registered or not active");
		}
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
		checkClientTrusted(chain, authType);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
		checkServerTrusted(chain, authType);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
		checkServerTrusted(chain, authType);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
		throw new CertificateException("The device port connects to nobody");
	}

	/**
	 * Names no issuer: a client with a self-signed certificate would else have none to offer.
	 */
	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return new X509Certificate[0];
	}

	private void checkServerName(SSLSession handshake) throws CertificateException {
		if (serverNameRequired && handshake instanceof ExtendedSSLSession session && session.getRequestedServerNames().isEmpty()) {
			throw new CertificateException("The client named no server (SNI)");
		}
	}
}
