/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The objects of one bucket, newest version first. Guarded by the {@link ObjectStore} that owns it. */
final class BucketContent {

	/** The id of the only version in an unversioned bucket. */
	static final String NULL_VERSION = "null";

	private final String name;

	private final Instant created;

	private Versioning versioning = Versioning.OFF;

	private final TreeMap<String, List<StoredObject>> versions = new TreeMap<>();

	BucketContent(String name, Instant created) {
		this.name = name;
		this.created = created;
	}

	Bucket bucket() {
		return new Bucket(name, created, versioning);
	}

	void setVersioning(Versioning wanted) {
		versioning = wanted;
	}

	/** Adds a version in front of the others; returns how many bytes were given up. */
	long add(StoredObject object) {
		List<StoredObject> history = versions.computeIfAbsent(object.key(), key -> new ArrayList<>());
		long freed = object.versionId().equals(NULL_VERSION) ? removeFrom(history, NULL_VERSION) : 0;
		history.add(0, object);
		return freed;
	}

	/** Forgets one version for good; returns how many bytes were given up. */
	long remove(String key, String versionId) {
		List<StoredObject> history = history(key);
		long freed = removeFrom(history, versionId);
		if (history.isEmpty()) {
			versions.remove(key);
		}
		return freed;
	}

	Optional<StoredObject> latest(String key) {
		return history(key).stream().findFirst();
	}

	Optional<StoredObject> version(String key, String versionId) {
		return history(key).stream().filter(object -> object.versionId().equals(versionId)).findFirst();
	}

	List<ObjectVersion> list(String prefix) {
		List<ObjectVersion> lines = new ArrayList<>();
		for (List<StoredObject> history : versions.tailMap(prefix, true).values()) {
			if (!history.get(0).key().startsWith(prefix)) {
				break;
			}
			for (int i = 0; i < history.size(); i++) {
				lines.add(new ObjectVersion(history.get(i), i == 0));
			}
		}
		return lines;
	}

	boolean isEmpty() {
		return versions.isEmpty();
	}

	private List<StoredObject> history(String key) {
		return Optional.ofNullable(versions.get(key)).orElseGet(ArrayList::new);
	}

	private static long removeFrom(List<StoredObject> history, String versionId) {
		long before = history.stream().mapToLong(StoredObject::size).sum();
		history.removeIf(object -> object.versionId().equals(versionId));
		return before - history.stream().mapToLong(StoredObject::size).sum();
	}
}
