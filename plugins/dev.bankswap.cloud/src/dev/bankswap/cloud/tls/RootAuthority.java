/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.tls;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * The root certificate that devices are provisioned with in place of Amazon Root CA 3. It is made once and kept in the
 * folder of the cloud, so that a provisioned board stays provisioned.
 */
public final class RootAuthority {

	private static final String CERTIFICATE_FILE = "root-ca.pem";

	private static final String KEY_FILE = "root-ca.key";

	private final Path file;

	private final X509Certificate certificate;

	private final PrivateKey key;

	private final Clock clock;

	private RootAuthority(Path file, X509Certificate certificate, PrivateKey key, Clock clock) {
		this.file = file;
		this.certificate = certificate;
		this.key = key;
		this.clock = clock;
	}

	/**
	 * Reads the root from a folder, or makes it there.
	 *
	 * @param folder the folder of the cloud
	 * @param clock tells whether the root is still valid
	 * @return the root
	 * @throws IOException if it can neither be read nor made
	 */
	public static RootAuthority in(Path folder, Clock clock) throws IOException {
		Path certificateFile = folder.resolve(CERTIFICATE_FILE);
		Path keyFile = folder.resolve(KEY_FILE);
		try {
			if (Files.exists(certificateFile) && Files.exists(keyFile)) {
				X509Certificate existing = readCertificate(certificateFile);
				if (existing.getNotAfter().toInstant().isAfter(clock.instant())) {
					return new RootAuthority(certificateFile, existing, readKey(keyFile), clock);
				}
			}
			return create(certificateFile, keyFile, clock);
		} catch (GeneralSecurityException e) {
			throw new IOException("The root certificate in " + folder + " cannot be used. Delete " + CERTIFICATE_FILE + " and "
					+ KEY_FILE + " there to get a new one.", e);
		}
	}

	private static RootAuthority create(Path certificateFile, Path keyFile, Clock clock) throws IOException, GeneralSecurityException {
		KeyPair pair = CertificateFactories.newKey();
		X509Certificate root = CertificateFactories.root(pair, clock.instant());
		writePrivate(keyFile, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
		Files.writeString(certificateFile, pem("CERTIFICATE", root.getEncoded()));
		return new RootAuthority(certificateFile, root, pair.getPrivate(), clock);
	}

	/**
	 * The file that devices and tools are given.
	 *
	 * @return a PEM file
	 */
	public Path file() {
		return file;
	}

	/**
	 * The root certificate.
	 *
	 * @return the certificate
	 */
	public X509Certificate certificate() {
		return certificate;
	}

	ServerIdentity issueServer(List<String> names) throws GeneralSecurityException {
		KeyPair pair = CertificateFactories.newKey();
		Instant now = clock.instant();
		X509Certificate server = CertificateFactories.server(pair.getPublic(), names, certificate, key, now);
		return new ServerIdentity(pair.getPrivate(), List.of(server, certificate));
	}

	private static X509Certificate readCertificate(Path file) throws IOException, GeneralSecurityException {
		try (var in = Files.newInputStream(file)) {
			if (CertificateFactory.getInstance("X.509").generateCertificate(in) instanceof X509Certificate read) {
				return read;
			}
			throw new GeneralSecurityException("not an X.509 certificate");
		}
	}

	private static PrivateKey readKey(Path file) throws IOException, GeneralSecurityException {
		try (PemReader reader = new PemReader(new StringReader(Files.readString(file)))) {
			PemObject object = reader.readPemObject();
			if (object == null) {
				throw new GeneralSecurityException("no key in the file");
			}
			return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(object.getContent()));
		}
	}

	private static void writePrivate(Path file, String text) throws IOException {
		Files.deleteIfExists(file);
		FileAttribute<?>[] ownerOnly = file.getFileSystem().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
		Files.createFile(file, ownerOnly);
		Files.write(file, text.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
	}

	private static String pem(String type, byte[] content) {
		StringWriter text = new StringWriter();
		try (PemWriter writer = new PemWriter(text)) {
			writer.writeObject(new PemObject(type, content));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return text.toString();
	}
}
