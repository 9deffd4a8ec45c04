/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

import javax.net.ssl.SSLException;

import dev.bankswap.cloud.service.CertificateRegistry;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;

/**
 * The TLS set-up of the device port.
 */
public final class DeviceTls {

	private static final List<String> SUITES = List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384",
			"TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");

	/** What devices ask for when they speak MQTT on the HTTPS port. */
	private static final String ALPN_MQTT = "x-amzn-mqtt-ca";

	private final RootAuthority root;

	private final ServerIdentity identity;

	private DeviceTls(RootAuthority root, ServerIdentity identity) {
		this.root = root;
		this.identity = identity;
	}

	/**
	 * Reads or makes the root and issues a fresh server certificate.
	 *
	 * @param folder the folder of the cloud
	 * @param names host names and addresses under which devices reach the server; the first is its common name
	 * @param clock tells the validity
	 * @return the set-up
	 * @throws IOException if the root can neither be read nor made
	 */
	public static DeviceTls prepare(Path folder, List<String> names, Clock clock) throws IOException {
		RootAuthority root = RootAuthority.in(folder, clock);
		try {
			return new DeviceTls(root, root.issueServer(names));
		} catch (GeneralSecurityException e) {
			throw new IOException("A server certificate cannot be made: " + e.getMessage(), e);
		}
	}

	/**
	 * The root that devices have to trust.
	 *
	 * @return the root
	 */
	public RootAuthority root() {
		return root;
	}

	/**
	 * Builds the context of the device port.
	 *
	 * @param certificates decides which clients may connect
	 * @param serverNameRequired refuse clients that name no server
	 * @return the context
	 * @throws IOException if the platform lacks an algorithm
	 */
	public SslContext context(CertificateRegistry certificates, boolean serverNameRequired) throws IOException {
		try {
			return SslContextBuilder.forServer(identity.key(), identity.chain().toArray(X509Certificate[]::new))
					.sslProvider(SslProvider.JDK).protocols("TLSv1.3", "TLSv1.2").ciphers(SUITES)
					.clientAuth(ClientAuth.REQUIRE).trustManager(new RegisteredClients(certificates, serverNameRequired))
					.applicationProtocolConfig(new ApplicationProtocolConfig(ApplicationProtocolConfig.Protocol.ALPN,
							ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
							ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT, ALPN_MQTT))
					// a resumed session would skip the check of the certificate
					.sessionCacheSize(1).sessionTimeout(1).build();
		} catch (SSLException e) {
			throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
		}
	}
}
