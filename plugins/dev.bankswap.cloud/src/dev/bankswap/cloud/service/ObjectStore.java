/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

/** Buckets with versioned objects, as S3 keeps them. Thread-safe; contents are held in memory. */
public final class ObjectStore {

	/** The largest total of all contents, so that a runaway client cannot exhaust the memory. */
	public static final long CAPACITY = 256L << 20;

	private static final Pattern BUCKET_NAME = Pattern.compile("(?!xn--)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

	private static final int MAX_KEY_LENGTH = 1024;

	private final CloudServices services;

	private final Map<String, BucketContent> buckets = new TreeMap<>();

	private final MultipartUploads uploads;

	private final Map<String, Bucket> bucketRows;

	private final Map<String, ObjectRow> objectRows;

	private long stored;

	private long order;

	/** An object version as it is stored: the order tells which version of a key is the latest. */
	private record ObjectRow(String bucket, long order, StoredObject object) {
	}

	/**
	 * Makes an empty store.
	 *
	 * @param services the services that it belongs to
	 */
	public ObjectStore(CloudServices services) {
		this.services = services;
		this.bucketRows = services.state().table("buckets", Bucket.class);
		this.objectRows = services.state().table("objects", ObjectRow.class);
		restore();
		this.uploads = new MultipartUploads(this);
	}

	/**
	 * The uploads that arrive in several parts.
	 *
	 * @return the unfinished uploads of this store
	 */
	public MultipartUploads uploads() {
		return uploads;
	}

	/**
	 * Makes a bucket.
	 *
	 * @param name the bucket's name
	 * @return the new, unversioned bucket
	 */
	public synchronized Bucket createBucket(String name) {
		if (!BUCKET_NAME.matcher(name).matches() || name.contains("..")) {
			throw new ServiceException("InvalidBucketName", 400, "The specified bucket is not valid.");
		}
		if (buckets.containsKey(name)) {
			throw new ServiceException("BucketAlreadyOwnedByYou", 409,
					"Your previous request to create the named bucket succeeded and you already own it.");
		}
		BucketContent content = new BucketContent(name, services.clock().instant());
		buckets.put(name, content);
		bucketRows.put(name, content.bucket());
		return content.bucket();
	}

	/**
	 * Removes an empty bucket.
	 *
	 * @param name the bucket's name
	 */
	public synchronized void deleteBucket(String name) {
		if (!content(name).isEmpty()) {
			throw new ServiceException("BucketNotEmpty", 409, "The bucket you tried to delete is not empty. "
					+ "You must delete all versions in the bucket.");
		}
		buckets.remove(name);
		bucketRows.remove(name);
	}

	/**
	 * Looks a bucket up.
	 *
	 * @param name the bucket's name
	 * @return the bucket
	 */
	public synchronized Bucket bucket(String name) {
		return content(name).bucket();
	}

	/**
	 * All buckets.
	 *
	 * @return the buckets by name
	 */
	public synchronized List<Bucket> buckets() {
		return buckets.values().stream().map(BucketContent::bucket).toList();
	}

	/**
	 * Switches versioning.
	 *
	 * @param bucket     the bucket's name
	 * @param versioning the wanted state; {@link Versioning#OFF} cannot be returned to
	 */
	public synchronized void setVersioning(String bucket, Versioning versioning) {
		content(bucket).setVersioning(versioning);
		bucketRows.put(bucket, content(bucket).bucket());
	}

	/**
	 * Stores an object that has no metadata of its own.
	 *
	 * @param bucket the bucket's name
	 * @param key    the object's key
	 * @param bytes  the content; the caller gives it away
	 * @return the stored version
	 */
	public StoredObject put(String bucket, String key, byte[] bytes) {
		return put(bucket, key, bytes, ObjectMetadata.DEFAULT, Digests.hex("MD5", bytes));
	}

	/**
	 * Stores an object.
	 *
	 * @param bucket   the bucket's name
	 * @param key      the object's key
	 * @param bytes    the content; the caller gives it away
	 * @param metadata what is to be remembered about it
	 * @param etag     its entity tag
	 * @return the stored version
	 */
	public synchronized StoredObject put(String bucket, String key, byte[] bytes, ObjectMetadata metadata, String etag) {
		BucketContent content = content(bucket);
		checkKey(key);
		if (stored + bytes.length > CAPACITY) {
			throw new ServiceException("EntityTooLarge", 400, "The local object store is full (" + (CAPACITY >> 20)
					+ " MB). Delete object versions that are no longer needed.");
		}
		StoredObject object = new StoredObject(key, newVersionId(content), etag, bytes, services.clock().instant(), false,
				metadata);
		stored += bytes.length - add(content, object);
		return object;
	}

	/**
	 * Reads an object.
	 *
	 * @param bucket    the bucket's name
	 * @param key       the object's key
	 * @param versionId the wanted version, {@code null} for the newest
	 * @return the version with its content
	 */
	public synchronized StoredObject get(String bucket, String key, @Nullable String versionId) {
		BucketContent content = content(bucket);
		if (versionId == null) {
			return content.latest(key).filter(object -> !object.deleteMarker())
					.orElseThrow(() -> new ServiceException("NoSuchKey", 404, "The specified key does not exist."));
		}
		StoredObject object = content.version(key, versionId)
				.orElseThrow(() -> new ServiceException("NoSuchVersion", 404, "The specified version does not exist."));
		if (object.deleteMarker()) {
			throw new ServiceException("MethodNotAllowed", 405,
					"The specified method is not allowed against this resource.");
		}
		return object;
	}

	/**
	 * The newest version of a key, delete markers included.
	 *
	 * @param bucket the bucket's name
	 * @param key    the object's key
	 * @return the newest version, if the key was ever used
	 */
	public synchronized Optional<StoredObject> latest(String bucket, String key) {
		return content(bucket).latest(key);
	}

	/**
	 * The current objects.
	 *
	 * @param bucket the bucket's name
	 * @param prefix how their keys begin
	 * @return the newest version of each, by key, without deleted ones
	 */
	public synchronized List<StoredObject> list(String bucket, String prefix) {
		return content(bucket).list(prefix).stream().filter(ObjectVersion::latest).map(ObjectVersion::object)
				.filter(object -> !object.deleteMarker()).toList();
	}

	/**
	 * All versions and delete markers.
	 *
	 * @param bucket the bucket's name
	 * @param prefix how the keys begin
	 * @return the versions by key, newest first
	 */
	public synchronized List<ObjectVersion> listVersions(String bucket, String prefix) {
		return content(bucket).list(prefix);
	}

	/**
	 * Deletes an object: without a version id a versioned bucket gets a delete marker, else the version is gone for good.
	 *
	 * @param bucket    the bucket's name
	 * @param key       the object's key
	 * @param versionId the version, {@code null} for the object
	 * @return the delete marker that was made or removed, or the removed version; nothing if there was none
	 */
	public synchronized Optional<StoredObject> delete(String bucket, String key, @Nullable String versionId) {
		BucketContent content = content(bucket);
		if (versionId == null && content.bucket().versioning() != Versioning.OFF) {
			StoredObject marker = new StoredObject(key, newVersionId(content), "", new byte[0], services.clock().instant(),
					true, ObjectMetadata.DEFAULT);
			stored -= add(content, marker);
			return Optional.of(marker);
		}
		String wanted = versionId == null ? BucketContent.NULL_VERSION : versionId;
		Optional<StoredObject> found = content.version(key, wanted);
		stored -= content.remove(key, wanted);
		objectRows.remove(row(bucket, key, wanted));
		return found;
	}

	private void restore() {
		for (Bucket bucket : bucketRows.values()) {
			BucketContent content = new BucketContent(bucket.name(), bucket.created());
			content.setVersioning(bucket.versioning());
			buckets.put(bucket.name(), content);
		}
		objectRows.values().stream().sorted(Comparator.comparingLong(ObjectRow::order)).forEach(row -> {
			content(row.bucket()).add(row.object());
			stored += row.object().size();
			order = row.order();
		});
	}

	/** Adds an object version and returns how many bytes became free. */
	private long add(BucketContent content, StoredObject object) {
		String bucket = content.bucket().name();
		order++;
		objectRows.put(row(bucket, object.key(), object.versionId()), new ObjectRow(bucket, order, object));
		return content.add(object);
	}

	/** Neither buckets nor versions have a slash. */
	private static String row(String bucket, String key, String versionId) {
		return bucket + "/" + versionId + "/" + key;
	}

	private BucketContent content(String bucket) {
		return Optional.ofNullable(buckets.get(bucket)).orElseThrow(
				() -> new ServiceException("NoSuchBucket", 404, "The specified bucket does not exist"));
	}

	private static String newVersionId(BucketContent content) {
		return content.bucket().versioning() == Versioning.ENABLED ? Ids.versionId() : BucketContent.NULL_VERSION;
	}

	private static void checkKey(String key) {
		if (key.isEmpty() || key.getBytes(StandardCharsets.UTF_8).length > MAX_KEY_LENGTH) {
			throw new ServiceException("KeyTooLongError", 400, "Your key is too long");
		}
	}
}
