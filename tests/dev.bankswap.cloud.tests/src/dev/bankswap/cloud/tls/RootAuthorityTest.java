/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class RootAuthorityTest {

	private static final Clock CLOCK = Clock.systemUTC();

	@TempDir
	Path folder;

	@Test
	void theRootIsMadeOnceAndKept() throws IOException {
		X509Certificate first = RootAuthority.in(folder, CLOCK).certificate();

		assertEquals(first, RootAuthority.in(folder, CLOCK).certificate());
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("root-ca.key"))));
	}

	@Test
	void anExpiredRootIsReplaced() throws IOException {
		X509Certificate first = RootAuthority.in(folder, CLOCK).certificate();

		assertNotEquals(first, RootAuthority.in(folder, Clock.offset(CLOCK, Duration.ofDays(365 * 30))).certificate());
	}

	@Test
	void aServerCertificateNamesItsHostsAndIsSignedByTheRoot() throws IOException, GeneralSecurityException {
		RootAuthority root = RootAuthority.in(folder, CLOCK);

		X509Certificate server = root.issueServer(List.of("localhost", "127.0.0.1", "board.example")).chain().get(0);

		server.verify(root.certificate().getPublicKey());
		assertEquals("SHA256withECDSA", server.getSigAlgName());
		assertEquals(List.of(List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(2, "board.example")),
				List.copyOf(server.getSubjectAlternativeNames()));
		server.checkValidity();
	}

	@Test
	void anUnreadableRootIsReportedWithWhatToDo() throws IOException {
		RootAuthority.in(folder, CLOCK);
		Files.writeString(folder.resolve("root-ca.key"), "nonsense");

		assertTrue(String.valueOf(assertThrows(IOException.class, () -> RootAuthority.in(folder, CLOCK)).getMessage()).contains("Delete root-ca.pem"));
		Files.writeString(folder.resolve("root-ca.key"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
		assertThrows(IOException.class, () -> RootAuthority.in(folder, CLOCK));
	}
}
