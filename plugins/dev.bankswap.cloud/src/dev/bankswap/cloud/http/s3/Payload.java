/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.s3;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

import dev.bankswap.cloud.http.Request;
import dev.bankswap.cloud.service.Digests;
import dev.bankswap.cloud.service.ServiceException;

/**
 * The content of an upload, free of framing and checked against everything that the client says about it.
 *
 * @param content   the content
 * @param checksums the checksums that the client sent and that are right, by the names of their headers
 */
record Payload(byte[] content, Map<String, String> checksums) {

	private static final String HEADER = "x-amz-checksum-";

	private static final int SHA256_DIGITS = 64;

	static Payload of(Request request) {
		Map<String, String> sent = new LinkedHashMap<>();
		request.headers().forEach((name, value) -> addChecksum(sent, name, value));
		byte[] content = request.body();
		if (isChunked(request)) {
			AwsChunks.Decoded decoded = AwsChunks.decode(content);
			content = decoded.content();
			decoded.trailers().forEach((name, value) -> addChecksum(sent, name, value));
			checkLength(request, content.length);
			checkAnnounced(request, sent);
		}
		checkDigests(request, content);
		for (Map.Entry<String, String> checksum : sent.entrySet()) {
			check(checksum.getKey(), checksum.getValue(), content);
		}
		return new Payload(content, sent);
	}

	private static boolean isChunked(Request request) {
		return request.header("x-amz-content-sha256").filter(value -> value.startsWith("STREAMING-")).isPresent()
				|| request.header("content-encoding").filter(value -> value.contains("aws-chunked")).isPresent();
	}

	private static void addChecksum(Map<String, String> sent, String name, String value) {
		if (name.startsWith(HEADER) && !name.equals(HEADER + "mode") && !name.equals(HEADER + "type")
				&& !name.equals(HEADER + "algorithm")) {
			sent.put(name, value);
		}
	}

	private static void checkLength(Request request, int length) {
		Optional<String> said = request.header("x-amz-decoded-content-length");
		if (said.isPresent() && !said.get().equals(String.valueOf(length))) {
			throw new ServiceException("IncompleteBody", 400,
					"You did not provide the number of bytes specified by the x-amz-decoded-content-length HTTP header");
		}
	}

	/** A trailer that was announced has to come: it is lost with the end of a body that was cut off. */
	private static void checkAnnounced(Request request, Map<String, String> sent) {
		for (String name : request.header("x-amz-trailer").orElse("").toLowerCase(Locale.ROOT).split(",")) {
			if (name.trim().startsWith(HEADER) && !sent.containsKey(name.trim())) {
				throw new ServiceException("MalformedTrailerError", 400,
						"The request contained trailing data that was not well-formed or did not conform to our published schema.");
			}
		}
	}

	private static void checkDigests(Request request, byte[] content) {
		Optional<String> md5 = request.header("content-md5");
		if (md5.isPresent() && !MessageDigest.isEqual(decode(md5.get(), "InvalidDigest"), Digests.of("MD5", content))) {
			throw new ServiceException("BadDigest", 400, "The Content-MD5 you specified did not match what we received.");
		}
		Optional<String> sha256 = request.header("x-amz-content-sha256").filter(value -> value.length() == SHA256_DIGITS);
		if (sha256.isPresent() && !sha256.get().equalsIgnoreCase(Digests.hex("SHA-256", content))) {
			throw new ServiceException("XAmzContentSHA256Mismatch", 400,
					"The provided 'x-amz-content-sha256' header does not match what was computed.");
		}
	}

	private static void check(String header, String value, byte[] content) {
		byte[] computed = switch (header.substring(HEADER.length())) {
		case "crc32" -> intBytes(new CRC32(), content);
		case "crc32c" -> intBytes(new CRC32C(), content);
		case "crc64nvme" -> longBytes(new Crc64Nvme(), content);
		case "sha1" -> Digests.of("SHA-1", content);
		case "sha256" -> Digests.of("SHA-256", content);
		default -> throw new ServiceException("InvalidRequest", 400, "The checksum of " + header + " is not known.");
		};
		if (!MessageDigest.isEqual(computed, decode(value, "InvalidRequest"))) {
			throw new ServiceException("BadDigest", 400,
					"The " + header.substring(HEADER.length()).toUpperCase(Locale.ROOT)
							+ " you specified did not match the calculated checksum.");
		}
	}

	private static byte[] decode(String base64, String errorCode) {
		try {
			return Base64.getDecoder().decode(base64);
		} catch (IllegalArgumentException e) {
			throw new ServiceException(errorCode, 400, "The checksum or Content-MD5 you specified is not valid Base64.");
		}
	}

	private static byte[] intBytes(Checksum checksum, byte[] content) {
		checksum.update(content, 0, content.length);
		return ByteBuffer.allocate(Integer.BYTES).putInt((int) checksum.getValue()).array();
	}

	private static byte[] longBytes(Checksum checksum, byte[] content) {
		checksum.update(content, 0, content.length);
		return ByteBuffer.allocate(Long.BYTES).putLong(checksum.getValue()).array();
	}

	/** The digest that is the entity tag of an object that came in one piece. */
	String md5() {
		return HexFormat.of().formatHex(Digests.of("MD5", content));
	}
}
