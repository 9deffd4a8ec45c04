/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An account with a clock that tests move, and what devices bring along.
 */
public final class TestServices implements AutoCloseable {

	/** Allows a certificate everything. */
	public static final String ALLOW_ALL = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"iot:*\",\"Resource\":\"*\"}]}";

	/** A key and its self-signed certificate. */
	public record Identity(PrivateKey key, X509Certificate certificate) {

		public String pem() {
			return Pem.encode(certificate);
		}
	}

	/** A clock that stands still until it is moved. */
	public static final class ManualClock extends Clock {

		private volatile Instant now = Instant.parse("2023-08-23T09:52:00Z");

		public void advance(Duration time) {
			now = now.plus(time);
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return now;
		}
	}

	public final ManualClock clock = new ManualClock();

	private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor();

	public final CloudServices services = new CloudServices("us-west-2", "123456789012", clock, background);

	public static Identity identity(String commonName) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			KeyPair pair = generator.generateKeyPair();
			X500Name name = new X500Name("CN=" + commonName);
			var builder = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(Instant.EPOCH),
					Date.from(Instant.parse("2001-01-01T00:00:00Z")), name, pair.getPublic());
			var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
			return new Identity(pair.getPrivate(), new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
		} catch (GeneralSecurityException | OperatorCreationException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Registers a thing with an active certificate that may do everything. */
	public Certificate device(String thing, Identity identity) {
		return device(thing, identity, ALLOW_ALL);
	}

	/** Registers a thing with an active certificate and a policy. */
	public Certificate device(String thing, Identity identity, String policy) {
		services.things().create(thing, Map.of());
		Certificate certificate = services.certificates().registerWithoutCa(identity.pem(), CertificateStatus.ACTIVE);
		services.things().attachPrincipal(thing, certificate.arn());
		services.policies().create("policy-" + thing, policy);
		services.policies().attach("policy-" + thing, certificate.arn());
		return certificate;
	}

	public Job job(String id, String... things) {
		return services.jobs().create(new JobRequest(id, List.of(things).stream().map(services.arns()::thing).toList(),
				json("{\"do\":\"" + id + "\"}"), "", "SNAPSHOT"));
	}

	public static ObjectNode json(String text) {
		try {
			return (ObjectNode) new ObjectMapper().readTree(text);
		} catch (JsonProcessingException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void close() {
		background.shutdownNow();
	}
}
