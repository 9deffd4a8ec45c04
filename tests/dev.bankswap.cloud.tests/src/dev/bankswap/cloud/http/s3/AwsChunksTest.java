/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.bankswap.cloud.service.ServiceException;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class AwsChunksTest {

	@Test
	void unsignedChunksWithATrailer() {
		AwsChunks.Decoded decoded = decode("5\r\nhello\r\nA\r\n0123456789\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n");
		assertEquals("hello0123456789", text(decoded));
		assertEquals(Map.of("x-amz-checksum-crc32", "AAAAAA=="), decoded.trailers());
	}

	@Test
	void signedChunksWithASignedTrailer() {
		AwsChunks.Decoded decoded = decode("5;chunk-signature=ab12\r\nhello\r\n0;chunk-signature=cd\r\n"
				+ "X-Amz-Checksum-Sha256: abc=\r\nx-amz-trailer-signature:ef\r\n\r\n");
		assertEquals("hello", text(decoded));
		assertEquals("abc=", decoded.trailers().get("x-amz-checksum-sha256"));
	}

	@Test
	void signedChunksWithoutTrailers() {
		assertEquals("x", text(decode("1;chunk-signature=0\r\nx\r\n0;chunk-signature=1\r\n\r\n")));
	}

	@Test
	void noContentAtAll() {
		assertEquals("", text(decode("0\r\n\r\n")));
		assertEquals("", text(decode("0\r\n")));
	}

	@Test
	void contentThatLooksLikeFraming() {
		assertEquals("0\r\n\r\n", text(decode("5\r\n0\r\n\r\n\r\n0\r\n\r\n")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "5", "5\r\nhel", "5\r\nhello", "5\r\nhello!\r\n0\r\n\r\n", "-1\r\n\r\n", "G\r\n\r\n", "\r\n",
			"FFFFFFFF\r\nx", "123456789\r\nx", ";x\r\n", "0\r\nno colon\r\n\r\n", "0\r\n:v\r\n\r\n", "0\r\n\r\nmore",
			"7FFFFFFF\r\nabc\r\n0\r\n\r\n" })
	void brokenFramingIsRefused(String body) {
		ServiceException e = assertThrows(ServiceException.class, () -> decode(body));
		assertEquals(400, e.httpStatus());
	}

	@Test
	void randomChangesNeverDoMoreThanRefuse() {
		Random random = new Random(42);
		byte[] valid = bytes("1F;chunk-signature=00\r\n0123456789012345678901234567890\r\n0\r\nx-amz-checksum-crc32:AA==\r\n\r\n");
		int refused = 0;
		for (int i = 0; i < 20_000; i++) {
			byte[] changed = valid.clone();
			for (int j = random.nextInt(4); j >= 0; j--) {
				changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
			}
			try {
				assertTrue(AwsChunks.decode(changed).content().length <= changed.length);
			} catch (ServiceException e) {
				refused++;
			}
		}
		assertTrue(refused > 1000, "refused " + refused);
	}

	@Test
	void theCheckValueOfCrc64Nvme() {
		Crc64Nvme checksum = new Crc64Nvme();
		checksum.update(bytes("123456789"), 0, 9);
		assertEquals(0xae8b14860a799888L, checksum.getValue());
		checksum.reset();
		assertEquals(0, checksum.getValue());
	}

	@Test
	void ranges() {
		assertEquals(new ByteRange(0, 9), ByteRange.parse("bytes=0-9", 100).orElseThrow());
		assertEquals(new ByteRange(90, 99), ByteRange.parse("bytes=-10", 100).orElseThrow());
		assertEquals(new ByteRange(90, 99), ByteRange.parse("bytes=90-500", 100).orElseThrow());
		assertTrue(ByteRange.parse("lines=1-2", 100).isEmpty());
		assertEquals(416, assertThrows(ServiceException.class, () -> ByteRange.parse("bytes=100-", 100)).httpStatus());
		assertArrayEquals(new byte[] { 2 }, new ByteRange(1, 1).cut(new byte[] { 1, 2, 3 }));
	}

	private static AwsChunks.Decoded decode(String body) {
		return AwsChunks.decode(bytes(body));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static String text(AwsChunks.Decoded decoded) {
		return new String(decoded.content(), StandardCharsets.US_ASCII);
	}
}
