/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.s3;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;

import dev.bankswap.cloud.http.Request;
import dev.bankswap.cloud.http.Response;
import dev.bankswap.cloud.http.xml.XmlElement;
import dev.bankswap.cloud.http.xml.XmlWriter;
import dev.bankswap.cloud.service.ObjectMetadata;
import dev.bankswap.cloud.service.ObjectStore;
import dev.bankswap.cloud.service.ServiceException;
import dev.bankswap.cloud.service.StoredObject;

/** Single objects. */
final class ObjectOperations {

	private static final String VERSION = "x-amz-version-id";

	private static final String META = "x-amz-meta-";

	private static final int MAX_DELETED = 1000;

	private final ObjectStore store;

	ObjectOperations(ObjectStore store) {
		this.store = store;
	}

	Response put(S3Call call) {
		Payload payload = Payload.of(call.request());
		StoredObject object = store.put(call.bucket(), call.key(), payload.content(), metadata(call.request()), payload.md5());
		Response response = withVersion(Response.empty(200).with("etag", quoted(object)), object);
		for (Map.Entry<String, String> checksum : payload.checksums().entrySet()) {
			response = response.with(checksum.getKey(), checksum.getValue());
		}
		return response;
	}

	Response get(S3Call call) {
		StoredObject object = store.get(call.bucket(), call.key(), version(call));
		Response response = new Response(200, Map.of(), object.bytes());
		Optional<ByteRange> range = call.request().header("range").flatMap(text -> ByteRange.parse(text, object.size()));
		if (range.isPresent()) {
			response = new Response(206, Map.of("content-range", range.get().header(object.size())),
					range.get().cut(object.bytes()));
		}
		response = withVersion(response, object).with("etag", quoted(object)).with("accept-ranges", "bytes")
				.with(Response.CONTENT_TYPE, object.metadata().contentType())
				.with("last-modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(object.lastModified().atOffset(ZoneOffset.UTC)));
		for (Map.Entry<String, String> entry : object.metadata().user().entrySet()) {
			response = response.with(META + entry.getKey(), entry.getValue());
		}
		return response;
	}

	Response copy(S3Call call) {
		String source = S3Call.decode(call.request().header("x-amz-copy-source").orElse("").replaceFirst("^/", ""));
		int query = source.lastIndexOf("?versionId=");
		String path = query < 0 ? source : source.substring(0, query);
		String wanted = query < 0 ? null : source.substring(query + "?versionId=".length());
		int slash = path.indexOf('/');
		if (slash < 1) {
			throw new ServiceException("InvalidArgument", 400, "Copy Source must mention the source bucket and key: /sourcebucket/sourcekey");
		}
		StoredObject original = store.get(path.substring(0, slash), path.substring(slash + 1), wanted);
		boolean replace = call.request().header("x-amz-metadata-directive").filter("REPLACE"::equals).isPresent();
		StoredObject copy = store.put(call.bucket(), call.key(), original.bytes(),
				replace ? metadata(call.request()) : original.metadata(), original.etag());
		XmlWriter xml = new XmlWriter("CopyObjectResult", S3Api.NAMESPACE).time("LastModified", copy.lastModified())
				.element("ETag", quoted(copy));
		return withVersion(Response.text(200, S3Api.XML, xml.finish()), copy).with("x-amz-copy-source-version-id",
				original.versionId());
	}

	Response delete(S3Call call) {
		Optional<StoredObject> deleted = store.delete(call.bucket(), call.key(), version(call));
		Response response = Response.empty(204);
		if (deleted.isPresent()) {
			response = withVersion(response, deleted.get());
			response = deleted.get().deleteMarker() ? response.with("x-amz-delete-marker", "true") : response;
		}
		return response;
	}

	Response deleteMany(S3Call call) {
		XmlElement wanted = BucketOperations.document(call);
		if (wanted.childrenNamed("Object").isEmpty() || wanted.childrenNamed("Object").size() > MAX_DELETED) {
			throw new ServiceException("MalformedXML", 400,
					"The XML you provided was not well-formed or did not validate against our published schema");
		}
		boolean quiet = wanted.childText("Quiet").filter("true"::equals).isPresent();
		XmlWriter xml = new XmlWriter("DeleteResult", S3Api.NAMESPACE);
		for (XmlElement object : wanted.childrenNamed("Object")) {
			String key = object.childText("Key").orElse("");
			Optional<String> version = object.childText("VersionId");
			Optional<StoredObject> deleted = version.isPresent() ? store.delete(call.bucket(), key, version.get())
					: store.delete(call.bucket(), key, null);
			if (!quiet) {
				write(xml, key, version, deleted);
			}
		}
		return Response.text(200, S3Api.XML, xml.finish());
	}

	private static void write(XmlWriter xml, String key, Optional<String> version, Optional<StoredObject> deleted) {
		xml.open("Deleted").element("Key", key);
		version.ifPresent(id -> xml.element("VersionId", id));
		deleted.filter(StoredObject::deleteMarker).ifPresent(
				marker -> xml.element("DeleteMarker", true).element("DeleteMarkerVersionId", marker.versionId()));
		xml.close();
	}

	/** What the headers of an upload say about the content. */
	static ObjectMetadata metadata(Request request) {
		Map<String, String> user = new LinkedHashMap<>();
		request.headers().forEach((name, value) -> {
			if (name.startsWith(META)) {
				user.put(name.substring(META.length()), value);
			}
		});
		return new ObjectMetadata(request.header(Response.CONTENT_TYPE).orElse(ObjectMetadata.DEFAULT.contentType()), user);
	}

	/** Only versioned buckets speak about versions. */
	static Response withVersion(Response response, StoredObject object) {
		return object.versionId().equals("null") ? response : response.with(VERSION, object.versionId());
	}

	static String quoted(StoredObject object) {
		return "\"" + object.etag() + "\"";
	}

	private static @Nullable String version(S3Call call) {
		return call.request().query().get("versionId");
	}
}
