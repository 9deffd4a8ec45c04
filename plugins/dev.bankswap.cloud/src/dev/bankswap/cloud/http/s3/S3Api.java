/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.s3;

import java.util.UUID;

import dev.bankswap.cloud.http.Api;
import dev.bankswap.cloud.http.Request;
import dev.bankswap.cloud.http.Response;
import dev.bankswap.cloud.http.xml.XmlWriter;
import dev.bankswap.cloud.service.CloudServices;
import dev.bankswap.cloud.service.ServiceException;

/** The operations of S3: the method, the resource and the subresource in the query say which one is meant. */
public final class S3Api implements Api {

	static final String XML = "application/xml";

	static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

	private final BucketOperations buckets;

	private final ListOperations lists;

	private final ObjectOperations objects;

	private final UploadOperations uploads;

	/**
	 * Makes the API.
	 *
	 * @param services what is behind it
	 */
	public S3Api(CloudServices services) {
		buckets = new BucketOperations(services);
		lists = new ListOperations(services.objects());
		objects = new ObjectOperations(services.objects());
		uploads = new UploadOperations(services.objects());
	}

	@Override
	public Response handle(Request request) {
		try {
			S3Call call = S3Call.of(request);
			if (call.bucket().isEmpty()) {
				return account(call);
			}
			return call.key().isEmpty() ? bucket(call) : object(call);
		} catch (ServiceException e) {
			return error(request, e);
		}
	}

	private Response account(S3Call call) {
		if (call.request().method().equals("GET")) {
			return buckets.list();
		}
		throw unknown(call);
	}

	private Response bucket(S3Call call) {
		return switch (call.request().method()) {
		case "GET" -> getBucket(call);
		case "PUT" -> putBucket(call);
		case "HEAD" -> buckets.head(call);
		case "DELETE" -> call.request().query().isEmpty() ? buckets.delete(call) : failUnknown(call);
		case "POST" -> call.has("delete") ? objects.deleteMany(call) : failUnknown(call);
		default -> throw unknown(call);
		};
	}

	private Response getBucket(S3Call call) {
		if (call.has("location")) {
			return buckets.location(call);
		}
		if (call.has("versioning")) {
			return buckets.versioning(call);
		}
		if (call.has("versions")) {
			return lists.versions(call);
		}
		if (call.has("acl") || call.has("policy") || call.has("uploads") || call.has("tagging") || call.has("lifecycle")
				|| call.has("encryption") || call.has("cors")) {
			throw unknown(call);
		}
		return lists.objects(call);
	}

	private Response putBucket(S3Call call) {
		if (call.has("versioning")) {
			return buckets.setVersioning(call);
		}
		return call.request().query().isEmpty() ? buckets.create(call) : failUnknown(call);
	}

	private Response object(S3Call call) {
		return switch (call.request().method()) {
		case "GET", "HEAD" -> call.has("acl") || call.has("tagging") || call.has("uploadId") ? failUnknown(call)
				: objects.get(call);
		case "PUT" -> putObject(call);
		case "POST" -> postObject(call);
		case "DELETE" -> call.has("uploadId") ? uploads.abort(call) : objects.delete(call);
		default -> throw unknown(call);
		};
	}

	private Response putObject(S3Call call) {
		if (call.has("partNumber")) {
			return uploads.part(call);
		}
		if (call.has("acl") || call.has("tagging") || call.has("retention") || call.has("legal-hold")) {
			throw unknown(call);
		}
		return call.request().header("x-amz-copy-source").isPresent() ? objects.copy(call) : objects.put(call);
	}

	private Response postObject(S3Call call) {
		if (call.has("uploads")) {
			return uploads.begin(call);
		}
		return call.has("uploadId") ? uploads.complete(call) : failUnknown(call);
	}

	private static Response failUnknown(S3Call call) {
		throw unknown(call);
	}

	private static ServiceException unknown(S3Call call) {
		return new ServiceException("NotImplemented", 501, "The local stand-in for S3 has no operation "
				+ call.request().method() + " with the parameters " + call.request().query().keySet() + ".");
	}

	private static Response error(Request request, ServiceException e) {
		XmlWriter xml = new XmlWriter("Error", "").element("Code", e.code())
				.element("Message", String.valueOf(e.getMessage())).element("Resource", request.rawPath())
				.element("RequestId", UUID.randomUUID());
		Response response = Response.text(e.httpStatus(), XML, xml.finish());
		return e.code().equals("MethodNotAllowed") ? response.with("x-amz-delete-marker", "true") : response;
	}
}
