/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Uploads that arrive in several parts and become one object when they are completed. Thread-safe. */
public final class MultipartUploads {

	/** All parts but the last have at least this size. */
	static final int MIN_PART_SIZE = 5 << 20;

	/** The largest total of one upload, and of all unfinished ones. */
	static final long MAX_TOTAL = 64L << 20;

	private static final int MAX_PARTS = 10_000;

	private final ObjectStore store;

	private final Map<String, Upload> open = new HashMap<>();

	MultipartUploads(ObjectStore store) {
		this.store = store;
	}

	private record Upload(String bucket, String key, ObjectMetadata metadata, TreeMap<Integer, UploadedPart> parts) {
		long size() {
			return parts.values().stream().mapToLong(part -> part.bytes().length).sum();
		}
	}

	/**
	 * Begins an upload.
	 *
	 * @param bucket   where the object will be
	 * @param key      its key
	 * @param metadata what is to be remembered about it
	 * @return the id of the upload
	 */
	public synchronized String begin(String bucket, String key, ObjectMetadata metadata) {
		store.bucket(bucket);
		String id = Ids.versionId();
		open.put(id, new Upload(bucket, key, metadata, new TreeMap<>()));
		return id;
	}

	/**
	 * Takes one part; a part of the same number is replaced.
	 *
	 * @param bucket   the bucket that the upload was begun for
	 * @param key      the key that it was begun for
	 * @param uploadId the upload
	 * @param number   the part's place
	 * @param bytes    its content; the caller gives it away
	 * @return the part as it was taken
	 */
	public synchronized UploadedPart add(String bucket, String key, String uploadId, int number, byte[] bytes) {
		Upload upload = upload(bucket, key, uploadId);
		if (number < 1 || number > MAX_PARTS) {
			throw new ServiceException("InvalidArgument", 400,
					"Part number must be an integer between 1 and 10000, inclusive");
		}
		if (open.values().stream().mapToLong(Upload::size).sum() + bytes.length > MAX_TOTAL) {
			throw new ServiceException("EntityTooLarge", 400,
					"Your proposed upload exceeds the maximum allowed size of " + (MAX_TOTAL >> 20) + " MB");
		}
		UploadedPart part = new UploadedPart(number, Digests.hex("MD5", bytes), bytes);
		upload.parts().put(number, part);
		return part;
	}

	/**
	 * Joins the parts to an object.
	 *
	 * @param bucket   the bucket that the upload was begun for
	 * @param key      the key that it was begun for
	 * @param uploadId the upload
	 * @param etags    the entity tags of the wanted parts by their numbers, in ascending order
	 * @return the object
	 */
	public synchronized StoredObject complete(String bucket, String key, String uploadId, Map<Integer, String> etags) {
		Upload upload = upload(bucket, key, uploadId);
		List<UploadedPart> parts = etags.entrySet().stream().map(wanted -> part(upload, wanted.getKey(), wanted.getValue()))
				.toList();
		if (parts.isEmpty()) {
			throw new ServiceException("MalformedXML", 400, "The XML you provided did not name any part.");
		}
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		ByteArrayOutputStream digests = new ByteArrayOutputStream();
		for (UploadedPart part : parts) {
			if (part != parts.get(parts.size() - 1) && part.bytes().length < MIN_PART_SIZE) {
				throw new ServiceException("EntityTooSmall", 400,
						"Your proposed upload is smaller than the minimum allowed size");
			}
			content.writeBytes(part.bytes());
			digests.writeBytes(Digests.of("MD5", part.bytes()));
		}
		String etag = Digests.hex("MD5", digests.toByteArray()) + "-" + parts.size();
		StoredObject object = store.put(bucket, key, content.toByteArray(), upload.metadata(), etag);
		open.remove(uploadId);
		return object;
	}

	/**
	 * Gives an upload up.
	 *
	 * @param bucket   the bucket that the upload was begun for
	 * @param key      the key that it was begun for
	 * @param uploadId the upload
	 */
	public synchronized void abort(String bucket, String key, String uploadId) {
		upload(bucket, key, uploadId);
		open.remove(uploadId);
	}

	private Upload upload(String bucket, String key, String uploadId) {
		return Optional.ofNullable(open.get(uploadId))
				.filter(upload -> upload.bucket().equals(bucket) && upload.key().equals(key))
				.orElseThrow(() -> new ServiceException("NoSuchUpload", 404, "The specified upload does not exist. "
						+ "The upload ID may be invalid, or the upload may have been aborted or completed."));
	}

	private static UploadedPart part(Upload upload, int number, String etag) {
		return Optional.ofNullable(upload.parts().get(number)).filter(part -> part.etag().equals(etag))
				.orElseThrow(() -> new ServiceException("InvalidPart", 400, "One or more of the specified parts could not "
						+ "be found. The part may not have been uploaded, or its entity tag does not match."));
	}
}
