/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.cloud.http.LocalApi;
import dev.bankswap.cloud.http.xml.XmlElement;
import dev.bankswap.cloud.service.ObjectStore;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class S3ApiTest {

	private static final String BUCKET = "/afr-ota-test";

	private static final String VERSIONED = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";

	private LocalApi api;

	@BeforeEach
	void start() throws IOException {
		api = new LocalApi();
		assertEquals(200, s3("PUT", BUCKET, "<CreateBucketConfiguration><LocationConstraint>us-west-2</LocationConstraint>"
				+ "</CreateBucketConfiguration>").statusCode());
		assertEquals(200, s3("PUT", BUCKET + "?versioning", VERSIONED).statusCode());
	}

	@AfterEach
	void stop() {
		api.close();
	}

	@Test
	void theJavaSdksFramingIsTakenOffTheImage() {
		String body = "5;chunk-signature=1\r\nimage\r\n0;chunk-signature=2\r\nx-amz-checksum-crc32:" + crc32("image") + "\r\n\r\n";
		var reply = s3("PUT", BUCKET + "/a.bin", body, "x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
				"x-amz-decoded-content-length", "5", "x-amz-trailer", "x-amz-checksum-crc32", "Content-Encoding", "aws-chunked");
		assertEquals(200, reply.statusCode());
		assertEquals(crc32("image"), header(reply, "x-amz-checksum-crc32"));
		assertArrayEquals("image".getBytes(), store().get("afr-ota-test", "a.bin", null).bytes());
	}

	@Test
	void aWrongChecksumOrLengthIsRefusedAndNothingStored() {
		String body = "5\r\nimage\r\n0\r\nx-amz-checksum-crc32:" + crc32("other") + "\r\n\r\n";
		assertError(400, "BadDigest", s3("PUT", BUCKET + "/a.bin", body, "x-amz-content-sha256",
				"STREAMING-UNSIGNED-PAYLOAD-TRAILER", "x-amz-trailer", "x-amz-checksum-crc32"));
		assertError(400, "MalformedTrailerError", s3("PUT", BUCKET + "/a.bin", "5\r\nimage\r\n0\r\n\r\n", "x-amz-content-sha256",
				"STREAMING-UNSIGNED-PAYLOAD-TRAILER", "x-amz-trailer", "x-amz-checksum-crc32"));
		assertError(400, "IncompleteBody", s3("PUT", BUCKET + "/a.bin", "5\r\nimage\r\n0\r\n\r\n", "x-amz-content-sha256",
				"STREAMING-UNSIGNED-PAYLOAD-TRAILER", "x-amz-decoded-content-length", "6"));
		assertError(400, "BadDigest", s3("PUT", BUCKET + "/a.bin", "image", "Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA=="));
		assertError(400, "InvalidDigest", s3("PUT", BUCKET + "/a.bin", "image", "Content-MD5", "***"));
		assertError(400, "XAmzContentSHA256Mismatch", s3("PUT", BUCKET + "/a.bin", "image", "x-amz-content-sha256", "0".repeat(64)));
		assertError(400, "BadDigest", s3("PUT", BUCKET + "/a.bin", "image", "x-amz-checksum-crc32c", "AAAAAA=="));
		assertError(404, "NoSuchKey", s3("GET", BUCKET + "/a.bin", ""));
	}

	@Test
	void versionsOfAnObject() {
		String first = header(s3("PUT", BUCKET + "/a.bin", "one"), "x-amz-version-id");
		String second = header(s3("PUT", BUCKET + "/a.bin", "two"), "x-amz-version-id");
		assertEquals("one", LocalApi.text(s3("GET", BUCKET + "/a.bin?versionId=" + first, "")));
		assertEquals("two", LocalApi.text(s3("GET", BUCKET + "/a.bin", "")));
		XmlElement list = LocalApi.xml(s3("GET", BUCKET + "?versions&prefix=a.", ""));
		List<XmlElement> versions = list.childrenNamed("Version");
		assertEquals(List.of(second, first), versions.stream().map(v -> v.childText("VersionId").orElseThrow()).toList());
		assertEquals(List.of("true", "false"), versions.stream().map(v -> v.childText("IsLatest").orElseThrow()).toList());
		assertEquals("f97c5d29941bfb1b2fdab0874906ab82", store().get("afr-ota-test", "a.bin", first).etag(), "the MD5 of the content");
	}

	@Test
	void aDeletedObjectComesBackWithItsMarkersRemoval() {
		s3("PUT", BUCKET + "/a.bin", "one");
		var deleted = s3("DELETE", BUCKET + "/a.bin", "");
		assertEquals(204, deleted.statusCode());
		assertEquals("true", header(deleted, "x-amz-delete-marker"));
		String marker = header(deleted, "x-amz-version-id");
		assertError(404, "NoSuchKey", s3("GET", BUCKET + "/a.bin", ""));
		assertError(405, "MethodNotAllowed", s3("GET", BUCKET + "/a.bin?versionId=" + marker, ""));
		assertEquals(1, LocalApi.xml(s3("GET", BUCKET + "?versions", "")).childrenNamed("DeleteMarker").size());
		assertEquals(204, s3("DELETE", BUCKET + "/a.bin?versionId=" + marker, "").statusCode());
		assertEquals("one", LocalApi.text(s3("GET", BUCKET + "/a.bin", "")));
		assertError(409, "BucketNotEmpty", s3("DELETE", BUCKET, ""));
	}

	@Test
	void keysAreEscapedOnlyOnDemand() {
		s3("PUT", BUCKET + "/dir/a%20b+%C3%A4.bin", "x");
		XmlElement plain = LocalApi.xml(s3("GET", BUCKET + "?list-type=2", ""));
		assertEquals("dir/a b+ä.bin", plain.child("Contents").orElseThrow().childText("Key").orElseThrow());
		XmlElement escaped = LocalApi.xml(s3("GET", BUCKET + "?versions&encoding-type=url", ""));
		assertEquals("dir/a%20b%2B%C3%A4.bin", escaped.child("Version").orElseThrow().childText("Key").orElseThrow());
		XmlElement rolled = LocalApi.xml(s3("GET", BUCKET + "?list-type=2&delimiter=/", ""));
		assertEquals("dir/", rolled.child("CommonPrefixes").orElseThrow().childText("Prefix").orElseThrow());
		assertEquals("1", rolled.childText("KeyCount").orElseThrow());
	}

	@Test
	void longListingsComeInPages() {
		for (int i = 0; i < 5; i++) {
			s3("PUT", BUCKET + "/k" + i, "x");
			s3("PUT", BUCKET + "/k" + i, "y");
		}
		XmlElement first = LocalApi.xml(s3("GET", BUCKET + "?list-type=2&max-keys=3", ""));
		assertEquals("true", first.childText("IsTruncated").orElseThrow());
		XmlElement second = LocalApi.xml(s3("GET", BUCKET + "?list-type=2&max-keys=3&continuation-token="
				+ first.childText("NextContinuationToken").orElseThrow().replace("=", "%3D"), ""));
		assertEquals(List.of("k3", "k4"),
				second.childrenNamed("Contents").stream().map(c -> c.childText("Key").orElseThrow()).toList());
		int seen = 0;
		String query = "";
		for (int page = 0; page < 4; page++) {
			XmlElement versions = LocalApi.xml(s3("GET", BUCKET + "?versions&max-keys=3" + query, ""));
			seen += versions.childrenNamed("Version").size();
			query = "&key-marker=" + versions.childText("NextKeyMarker").orElse("") + "&version-id-marker="
					+ versions.childText("NextVersionIdMarker").orElse("");
		}
		assertEquals(10, seen);
	}

	@Test
	void partsAndCopies() {
		String id = LocalApi.xml(s3("POST", BUCKET + "/big?uploads", "")).childText("UploadId").orElseThrow();
		byte[] large = new byte[5 << 20];
		String one = header(api.send("s3", "PUT", BUCKET + "/big?partNumber=1&uploadId=" + id, large), "etag");
		String two = header(s3("PUT", BUCKET + "/big?partNumber=2&uploadId=" + id, "end"), "etag");
		String list = "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>" + one + "</ETag></Part><Part>"
				+ "<PartNumber>2</PartNumber><ETag>" + two + "</ETag></Part></CompleteMultipartUpload>";
		var done = s3("POST", BUCKET + "/big?uploadId=" + id, list);
		assertTrue(LocalApi.xml(done).childText("ETag").orElseThrow().endsWith("-2\""), LocalApi.text(done));
		assertEquals(large.length + 3, store().get("afr-ota-test", "big", null).size());
		assertError(404, "NoSuchUpload", s3("POST", BUCKET + "/big?uploadId=" + id, list));
		assertEquals(200, s3("PUT", BUCKET + "/copy", "", "x-amz-copy-source", "afr-ota-test/big").statusCode());
		assertEquals(large.length + 3, store().get("afr-ota-test", "copy", null).size());
	}

	@Test
	void partOfAnObjectAndItsHeaders() {
		s3("PUT", BUCKET + "/a.bin", "0123456789", "Content-Type", "application/x-image", "x-amz-meta-board", "H573");
		var part = s3("GET", BUCKET + "/a.bin", "", "Range", "bytes=2-4");
		assertEquals(206, part.statusCode());
		assertEquals("234", LocalApi.text(part));
		assertEquals("bytes 2-4/10", header(part, "content-range"));
		var head = s3("HEAD", BUCKET + "/a.bin", "");
		assertEquals("10", header(head, "content-length"));
		assertEquals("application/x-image", header(head, "content-type"));
		assertEquals("H573", header(head, "x-amz-meta-board"));
	}

	@Test
	void theBucketIsInTheHostName() throws IOException {
		s3("PUT", BUCKET + "/a.bin", "image");
		try (var socket = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), api.port())) {
			socket.getOutputStream().write(("GET /a.bin HTTP/1.1\r\nHost: afr-ota-test.localhost:" + api.port()
					+ "\r\nAuthorization: " + LocalApi.authorization("s3") + "\r\nConnection: close\r\n\r\n").getBytes());
			assertTrue(new String(socket.getInputStream().readAllBytes()).endsWith("\r\n\r\nimage"));
		}
	}

	@Test
	void bucketsAndTheirErrors() {
		assertError(409, "BucketAlreadyOwnedByYou", s3("PUT", BUCKET, "<CreateBucketConfiguration><LocationConstraint>us-west-2"
				+ "</LocationConstraint></CreateBucketConfiguration>"));
		assertError(400, "IllegalLocationConstraintException", s3("PUT", "/another-one", ""));
		assertError(400, "MalformedXML", s3("PUT", "/another-one", "<oops"));
		assertError(400, "InvalidBucketName", s3("PUT", "/Upper_Case", "<CreateBucketConfiguration><LocationConstraint>us-west-2"
				+ "</LocationConstraint></CreateBucketConfiguration>"));
		assertError(404, "NoSuchBucket", s3("GET", "/nothing?versioning", ""));
		assertEquals(404, s3("HEAD", "/nothing", "").statusCode());
		assertEquals("us-west-2", LocalApi.xml(s3("GET", BUCKET + "?location", "")).text());
		assertEquals("Enabled", LocalApi.xml(s3("GET", BUCKET + "?versioning", "")).childText("Status").orElseThrow());
		assertEquals("afr-ota-test", LocalApi.xml(s3("GET", "/", "")).child("Buckets").orElseThrow().child("Bucket").orElseThrow()
				.childText("Name").orElseThrow());
	}

	private ObjectStore store() {
		return api.services().objects();
	}

	private HttpResponse<byte[]> s3(String method, String path, String body, String... headers) {
		return api.send("s3", method, path, body, headers);
	}

	private static String header(HttpResponse<byte[]> reply, String name) {
		return reply.headers().firstValue(name).orElseThrow(() -> new AssertionError("no " + name + ": " + LocalApi.text(reply)));
	}

	private static void assertError(int status, String code, HttpResponse<byte[]> reply) {
		assertEquals(status, reply.statusCode(), LocalApi.text(reply));
		assertEquals(code, LocalApi.xml(reply).childText("Code").orElseThrow());
	}

	private static String crc32(String text) {
		CRC32 checksum = new CRC32();
		checksum.update(text.getBytes());
		return Base64.getEncoder().encodeToString(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
	}
}
