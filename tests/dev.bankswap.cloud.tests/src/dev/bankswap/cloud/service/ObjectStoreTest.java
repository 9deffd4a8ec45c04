/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class ObjectStoreTest {

	private final TestServices account = new TestServices();

	private final ObjectStore store = account.services.objects();

	@BeforeEach
	void prepare() {
		store.createBucket("bucket");
	}

	@AfterEach
	void stop() {
		account.close();
	}

	@Test
	void anUnversionedBucketKeepsOneVersion() {
		store.put("bucket", "k", bytes("one"));
		store.put("bucket", "k", bytes("two"));
		assertEquals(1, store.listVersions("bucket", "").size());
		assertEquals("two", text(store.get("bucket", "k", "null")));
		assertTrue(store.delete("bucket", "k", null).isPresent());
		assertTrue(store.list("bucket", "").isEmpty());
		store.deleteBucket("bucket");
		assertEquals("NoSuchBucket", assertThrows(ServiceException.class, () -> store.bucket("bucket")).code());
	}

	@Test
	void suspendedVersioningReplacesOnlyTheNullVersion() {
		store.put("bucket", "k", bytes("before"));
		store.setVersioning("bucket", Versioning.ENABLED);
		String kept = store.put("bucket", "k", bytes("kept")).versionId();
		store.setVersioning("bucket", Versioning.SUSPENDED);
		store.put("bucket", "k", bytes("after"));
		assertEquals(2, store.listVersions("bucket", "k").size());
		assertEquals("after", text(store.get("bucket", "k", "null")));
		assertEquals("kept", text(store.get("bucket", "k", kept)));
	}

	@Test
	void memoryThatIsGivenUpCanBeUsedAgain() {
		byte[] large = new byte[32 << 20];
		for (int i = 0; i < 20; i++) {
			store.put("bucket", "same", large);
		}
		store.setVersioning("bucket", Versioning.ENABLED);
		List<String> versions = new ArrayList<>();
		ServiceException full = assertThrows(ServiceException.class, () -> {
			for (int i = 0; i < 20; i++) {
				versions.add(store.put("bucket", "same", large).versionId());
			}
		});
		assertEquals("EntityTooLarge", full.code());
		assertEquals(7, versions.size());
		store.delete("bucket", "same", versions.get(0));
		store.put("bucket", "same", large);
	}

	@Test
	void namesAreChecked() {
		for (String name : List.of("ab", "Upper", "under_score", "-x-", "a..b", "xn--a", "x".repeat(64))) {
			assertEquals("InvalidBucketName", assertThrows(ServiceException.class, () -> store.createBucket(name)).code(), name);
		}
		assertThrows(ServiceException.class, () -> store.put("bucket", "k".repeat(1025), bytes("")));
	}

	@Test
	void partsHaveToBeLargeComeInOrderAndBelongTogether() {
		MultipartUploads uploads = store.uploads();
		String id = uploads.begin("bucket", "k", ObjectMetadata.DEFAULT);
		String one = uploads.add("bucket", "k", id, 1, bytes("small")).etag();
		String two = uploads.add("bucket", "k", id, 2, bytes("end")).etag();
		assertEquals("EntityTooSmall", code(() -> uploads.complete("bucket", "k", id, Map.of(1, one, 2, two))));
		assertEquals("InvalidPart", code(() -> uploads.complete("bucket", "k", id, Map.of(1, two))));
		assertEquals("MalformedXML", code(() -> uploads.complete("bucket", "k", id, Map.of())));
		assertEquals("NoSuchUpload", code(() -> uploads.add("bucket", "other", id, 1, bytes(""))));
		assertEquals("InvalidArgument", code(() -> uploads.add("bucket", "k", id, 0, bytes(""))));
		assertEquals("EntityTooLarge", code(() -> uploads.add("bucket", "k", id, 3, new byte[65 << 20])));
		assertEquals("small", text(uploads.complete("bucket", "k", id, Map.of(1, one))));
	}

	@Test
	void nonsenseIsNoCertificateAndNoKey() {
		Random random = new Random(3);
		byte[] pem = TestServices.identity("x").pem().getBytes(StandardCharsets.US_ASCII);
		for (int i = 0; i < 500; i++) {
			byte[] changed = pem.clone();
			changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
			PemReader.certificate(changed).ifPresent(certificate -> assertEquals("X.509", certificate.getType()));
			assertTrue(PemReader.privateKey(changed).isEmpty());
		}
	}

	private static String code(org.junit.jupiter.api.function.Executable action) {
		return assertThrows(ServiceException.class, action).code();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static String text(StoredObject object) {
		return new String(object.bytes(), StandardCharsets.US_ASCII);
	}
}
