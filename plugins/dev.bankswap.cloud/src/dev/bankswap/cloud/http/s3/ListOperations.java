/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.s3;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.bankswap.cloud.http.Response;
import dev.bankswap.cloud.http.rest.Page;
import dev.bankswap.cloud.http.xml.XmlWriter;
import dev.bankswap.cloud.service.ObjectStore;
import dev.bankswap.cloud.service.ObjectVersion;
import dev.bankswap.cloud.service.ServiceException;
import dev.bankswap.cloud.service.StoredObject;

/** Listings of objects and of versions. */
final class ListOperations {

	private static final int MAX_KEYS = 1000;

	private final ObjectStore store;

	ListOperations(ObjectStore store) {
		this.store = store;
	}

	/** ListObjectsV2, and its predecessor, which continues after a key instead of with a token. */
	Response objects(S3Call call) {
		boolean second = call.parameter("list-type").filter("2"::equals).isPresent();
		String prefix = call.parameter("prefix").orElse("");
		String after = call.parameter(second ? "start-after" : "marker").orElse("");
		List<Listed<StoredObject>> found = Listed.group(store.list(call.bucket(), prefix), StoredObject::key, prefix,
				call.parameter("delimiter")).stream().filter(item -> item.name().compareTo(after) > 0).toList();
		int max = call.number("max-keys", 0, MAX_KEYS, MAX_KEYS);
		Page<Listed<StoredObject>> page = page(found, max, second ? call.parameter("continuation-token") : Optional.empty());
		XmlWriter xml = head("ListBucketResult", call, max, page.next().isPresent());
		UnaryOperator<String> encoding = encoding(call);
		if (second) {
			xml.element("KeyCount", page.items().size());
			call.parameter("continuation-token").ifPresent(token -> xml.element("ContinuationToken", token));
			call.parameter("start-after").ifPresent(key -> xml.element("StartAfter", encoding.apply(key)));
			page.next().ifPresent(token -> xml.element("NextContinuationToken", token));
		} else {
			xml.element("Marker", encoding.apply(after));
			page.next().ifPresent(token -> xml.element("NextMarker", encoding.apply(last(page))));
		}
		for (Listed<StoredObject> item : page.items()) {
			item.object().ifPresent(object -> {
				describe(xml.open("Contents").element("Key", encoding.apply(object.key())), object);
				xml.close();
			});
		}
		writePrefixes(xml, page, encoding);
		return Response.text(200, S3Api.XML, xml.finish());
	}

	Response versions(S3Call call) {
		String prefix = call.parameter("prefix").orElse("");
		List<ObjectVersion> all = store.listVersions(call.bucket(), prefix);
		List<Listed<ObjectVersion>> found = Listed.group(after(all, call), version -> version.object().key(), prefix,
				call.parameter("delimiter"));
		int max = call.number("max-keys", 0, MAX_KEYS, MAX_KEYS);
		Page<Listed<ObjectVersion>> page = page(found, max, Optional.empty());
		XmlWriter xml = head("ListVersionsResult", call, max, page.next().isPresent());
		UnaryOperator<String> encoding = encoding(call);
		xml.element("KeyMarker", encoding.apply(call.parameter("key-marker").orElse(""))).element("VersionIdMarker",
				call.parameter("version-id-marker").orElse(""));
		if (page.next().isPresent()) {
			xml.element("NextKeyMarker", encoding.apply(last(page)));
			page.items().get(page.items().size() - 1).object()
					.ifPresent(version -> xml.element("NextVersionIdMarker", version.object().versionId()));
		}
		for (Listed<ObjectVersion> item : page.items()) {
			item.object().ifPresent(version -> write(xml, version, encoding));
		}
		writePrefixes(xml, page, encoding);
		return Response.text(200, S3Api.XML, xml.finish());
	}

	private static void write(XmlWriter xml, ObjectVersion version, UnaryOperator<String> encoding) {
		StoredObject object = version.object();
		xml.open(object.deleteMarker() ? "DeleteMarker" : "Version").element("Key", encoding.apply(object.key()))
				.element("VersionId", object.versionId()).element("IsLatest", version.latest());
		if (object.deleteMarker()) {
			xml.time("LastModified", object.lastModified());
		} else {
			describe(xml, object);
		}
		xml.close();
	}

	/** The rest of a version listing after the version where the previous page ended. */
	private static List<ObjectVersion> after(List<ObjectVersion> all, S3Call call) {
		String key = call.parameter("key-marker").orElse("");
		String version = call.parameter("version-id-marker").orElse("");
		int begin = 0;
		for (int i = 0; i < all.size(); i++) {
			StoredObject object = all.get(i).object();
			boolean passed = object.key().compareTo(key) < 0 || object.key().equals(key) && version.isEmpty();
			boolean marked = object.key().equals(key) && object.versionId().equals(version);
			begin = passed || marked ? i + 1 : begin;
		}
		return all.subList(begin, all.size());
	}

	private static <T> Page<Listed<T>> page(List<Listed<T>> found, int max, Optional<String> token) {
		return max == 0 ? new Page<>(List.of(), Optional.empty()) : Page.of(found, max, token, "InvalidArgument");
	}

	private static <T> String last(Page<Listed<T>> page) {
		return page.items().get(page.items().size() - 1).name();
	}

	private static XmlWriter head(String root, S3Call call, int max, boolean truncated) {
		UnaryOperator<String> encoding = encoding(call);
		XmlWriter xml = new XmlWriter(root, S3Api.NAMESPACE).element("Name", call.bucket()).element("Prefix",
				encoding.apply(call.parameter("prefix").orElse("")));
		call.parameter("delimiter").ifPresent(delimiter -> xml.element("Delimiter", encoding.apply(delimiter)));
		call.parameter("encoding-type").ifPresent(type -> xml.element("EncodingType", type));
		return xml.element("MaxKeys", max).element("IsTruncated", truncated);
	}

	private static void describe(XmlWriter xml, StoredObject object) {
		xml.time("LastModified", object.lastModified()).element("ETag", "\"" + object.etag() + "\"")
				.element("Size", object.size()).element("StorageClass", "STANDARD");
	}

	private static <T> void writePrefixes(XmlWriter xml, Page<Listed<T>> page, UnaryOperator<String> encoding) {
		page.items().stream().filter(item -> item.object().isEmpty()).forEach(
				item -> xml.open("CommonPrefixes").element("Prefix", encoding.apply(item.name())).close());
	}

	/** Keys may hold characters that XML cannot: who asks for it gets them with percent escapes. */
	private static UnaryOperator<String> encoding(S3Call call) {
		Optional<String> type = call.parameter("encoding-type");
		if (type.isPresent() && !type.get().equals("url")) {
			throw new ServiceException("InvalidArgument", 400, "Invalid Encoding Method specified in Request");
		}
		return type.isEmpty() ? UnaryOperator.identity()
				: text -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
	}
}
