/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.s3;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.bankswap.cloud.http.Response;
import dev.bankswap.cloud.http.xml.XmlElement;
import dev.bankswap.cloud.http.xml.XmlWriter;
import dev.bankswap.cloud.service.MultipartUploads;
import dev.bankswap.cloud.service.ObjectStore;
import dev.bankswap.cloud.service.ServiceException;
import dev.bankswap.cloud.service.StoredObject;
import dev.bankswap.cloud.service.UploadedPart;

/** Uploads in several parts. */
final class UploadOperations {

	private static final int MAX_PARTS = 10_000;

	private final MultipartUploads uploads;

	UploadOperations(ObjectStore store) {
		this.uploads = store.uploads();
	}

	Response begin(S3Call call) {
		String id = uploads.begin(call.bucket(), call.key(), ObjectOperations.metadata(call.request()));
		XmlWriter xml = new XmlWriter("InitiateMultipartUploadResult", S3Api.NAMESPACE).element("Bucket", call.bucket())
				.element("Key", call.key()).element("UploadId", id);
		return Response.text(200, S3Api.XML, xml.finish());
	}

	Response part(S3Call call) {
		Payload payload = Payload.of(call.request());
		UploadedPart part = uploads.add(call.bucket(), call.key(), id(call), call.number("partNumber", 1, MAX_PARTS, 1),
				payload.content());
		Response response = Response.empty(200).with("etag", "\"" + part.etag() + "\"");
		for (Map.Entry<String, String> checksum : payload.checksums().entrySet()) {
			response = response.with(checksum.getKey(), checksum.getValue());
		}
		return response;
	}

	Response complete(S3Call call) {
		Map<Integer, String> etags = new LinkedHashMap<>();
		int previous = 0;
		for (XmlElement part : BucketOperations.document(call).childrenNamed("Part")) {
			String number = part.childText("PartNumber").filter(text -> text.matches("[0-9]{1,5}")).orElseThrow(
					() -> new ServiceException("MalformedXML", 400, "A part of the upload has no number."));
			if (Integer.parseInt(number) <= previous) {
				throw new ServiceException("InvalidPartOrder", 400, "The list of parts was not in ascending order.");
			}
			previous = Integer.parseInt(number);
			etags.put(previous, part.childText("ETag").orElse("").replace("\"", ""));
		}
		StoredObject object = uploads.complete(call.bucket(), call.key(), id(call), etags);
		XmlWriter xml = new XmlWriter("CompleteMultipartUploadResult", S3Api.NAMESPACE)
				.element("Location", "/" + call.bucket() + "/" + call.key()).element("Bucket", call.bucket())
				.element("Key", call.key()).element("ETag", ObjectOperations.quoted(object));
		return ObjectOperations.withVersion(Response.text(200, S3Api.XML, xml.finish()), object);
	}

	Response abort(S3Call call) {
		uploads.abort(call.bucket(), call.key(), id(call));
		return Response.empty(204);
	}

	private static String id(S3Call call) {
		return call.parameter("uploadId").orElse("");
	}
}
