/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

import java.util.Optional;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/** The bucket of the firmware images. It keeps versions, because an update names the version that it was signed for. */
final class ImageStore {
	private static final String S3 = "s3";
	/** The one region that must not be named when a bucket is created. */
	private static final String FIRST_REGION = "us-east-1";

	private final SdkClients clients;

	ImageStore(SdkClients clients) {
		this.clients = clients;
	}

	private S3Client s3() {
		return clients.s3();
	}

	Ensured<String> ensureBucket(String bucket) throws CloudException {
		boolean created = Calls.find(S3, "HeadBucket", () -> s3().headBucket(b -> b.bucket(bucket))).isEmpty();
		if (created) {
			Calls.call(S3, "CreateBucket", () -> s3().createBucket(creation(bucket)));
		}
		Optional<BucketVersioningStatus> versioning = Optional
				.ofNullable(Calls.call(S3, "GetBucketVersioning", () -> s3().getBucketVersioning(b -> b.bucket(bucket))).status());
		if (versioning.filter(BucketVersioningStatus.ENABLED::equals).isEmpty()) {
			Calls.call(S3, "PutBucketVersioning", () -> s3().putBucketVersioning(
					b -> b.bucket(bucket).versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED))));
		}
		return new Ensured<>(bucket, created);
	}

	private CreateBucketRequest creation(String bucket) {
		CreateBucketRequest.Builder request = CreateBucketRequest.builder().bucket(bucket);
		if (!FIRST_REGION.equals(clients.region())) {
			request.createBucketConfiguration(c -> c.locationConstraint(BucketLocationConstraint.fromValue(clients.region())));
		}
		return request.build();
	}

	StoredImage upload(String bucket, String key, byte[] image) throws CloudException {
		String version = Calls.call(S3, "PutObject",
				() -> Optional.ofNullable(s3().putObject(b -> b.bucket(bucket).key(key), RequestBody.fromBytes(image)).versionId()).orElse(""));
		if (version.isEmpty() || "null".equals(version)) {
			throw new CloudException(CloudProblem.CONFLICT, S3, "PutObject", "", "The bucket " + bucket
					+ " does not keep versions, so the update could not name the image that was signed. Enable versioning for it.");
		}
		return new StoredImage(bucket, key, version);
	}

	void delete(StoredImage image) throws CloudException {
		Calls.find(S3, "DeleteObject", () -> s3().deleteObject(b -> b.bucket(image.bucket()).key(image.key()).versionId(image.versionId())));
	}
}
