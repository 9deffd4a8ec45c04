/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.s3;

import java.util.Optional;

import dev.bankswap.cloud.http.Response;
import dev.bankswap.cloud.http.xml.XmlElement;
import dev.bankswap.cloud.http.xml.XmlWriter;
import dev.bankswap.cloud.service.Bucket;
import dev.bankswap.cloud.service.CloudServices;
import dev.bankswap.cloud.service.ObjectStore;
import dev.bankswap.cloud.service.ServiceException;
import dev.bankswap.cloud.service.Versioning;

/** Buckets. */
final class BucketOperations {

	/** The one region whose buckets have no location, and where an own bucket may be made again. */
	private static final String FIRST_REGION = "us-east-1";

	private final ObjectStore store;

	private final String region;

	private final String owner;

	BucketOperations(CloudServices services) {
		this.store = services.objects();
		this.region = services.region();
		this.owner = services.accountId();
	}

	Response list() {
		XmlWriter xml = new XmlWriter("ListAllMyBucketsResult", S3Api.NAMESPACE).open("Owner").element("ID", owner)
				.close().open("Buckets");
		for (Bucket bucket : store.buckets()) {
			xml.open("Bucket").element("Name", bucket.name()).time("CreationDate", bucket.created()).close();
		}
		return Response.text(200, S3Api.XML, xml.close().finish());
	}

	Response create(S3Call call) {
		Optional<String> wanted = call.request().body().length == 0 ? Optional.empty()
				: document(call).childText("LocationConstraint");
		if (!wanted.orElse(FIRST_REGION).equals(region)) {
			throw new ServiceException("IllegalLocationConstraintException", 400, "The " + wanted.orElse("unspecified")
					+ " location constraint is incompatible for the region specific endpoint this request was sent to (" + region
					+ ").");
		}
		try {
			store.createBucket(call.bucket());
		} catch (ServiceException e) {
			if (!e.code().equals("BucketAlreadyOwnedByYou") || !region.equals(FIRST_REGION)) {
				throw e;
			}
		}
		return Response.empty(200).with("location", "/" + call.bucket());
	}

	Response head(S3Call call) {
		store.bucket(call.bucket());
		return Response.empty(200).with("x-amz-bucket-region", region);
	}

	Response delete(S3Call call) {
		store.deleteBucket(call.bucket());
		return Response.empty(204);
	}

	Response location(S3Call call) {
		store.bucket(call.bucket());
		XmlWriter xml = new XmlWriter("LocationConstraint", S3Api.NAMESPACE);
		return Response.text(200, S3Api.XML, (region.equals(FIRST_REGION) ? xml : xml.text(region)).finish());
	}

	Response versioning(S3Call call) {
		XmlWriter xml = new XmlWriter("VersioningConfiguration", S3Api.NAMESPACE);
		switch (store.bucket(call.bucket()).versioning()) {
		case ENABLED -> xml.element("Status", "Enabled");
		case SUSPENDED -> xml.element("Status", "Suspended");
		default -> { // a bucket that was never versioned says nothing
		}
		}
		return Response.text(200, S3Api.XML, xml.finish());
	}

	Response setVersioning(S3Call call) {
		String status = document(call).childText("Status").orElse("");
		Versioning wanted = switch (status) {
		case "Enabled" -> Versioning.ENABLED;
		case "Suspended" -> Versioning.SUSPENDED;
		default -> throw new ServiceException("IllegalVersioningConfigurationException", 400,
				"The Versioning element must be specified");
		};
		store.setVersioning(call.bucket(), wanted);
		return Response.empty(200);
	}

	/** The XML document that a request carries. */
	static XmlElement document(S3Call call) {
		return XmlElement.parse(Payload.of(call.request()).content()).orElseThrow(() -> new ServiceException("MalformedXML",
				400, "The XML you provided was not well-formed or did not validate against our published schema"));
	}
}
