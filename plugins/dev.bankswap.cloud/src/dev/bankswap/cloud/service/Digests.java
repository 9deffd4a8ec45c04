/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Message digests of the Java platform. */
public final class Digests {

	private Digests() {
	}

	/**
	 * Digests bytes.
	 *
	 * @param algorithm one that every Java platform has: {@code MD5}, {@code SHA-1} or {@code SHA-256}
	 * @param bytes     what is digested
	 * @return the digest
	 */
	public static byte[] of(String algorithm, byte[] bytes) {
		try {
			return MessageDigest.getInstance(algorithm).digest(bytes);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("This Java runtime lacks " + algorithm, e);
		}
	}

	/**
	 * Digests bytes for display.
	 *
	 * @param algorithm the digest
	 * @param bytes     what is digested
	 * @return lower-case hexadecimal digits
	 */
	public static String hex(String algorithm, byte[] bytes) {
		return HexFormat.of().formatHex(of(algorithm, bytes));
	}
}
