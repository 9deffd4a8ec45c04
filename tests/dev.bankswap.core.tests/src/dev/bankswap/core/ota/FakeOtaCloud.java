/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.ota;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

import dev.bankswap.aws.CloudException;
import dev.bankswap.aws.CloudProblem;
import dev.bankswap.aws.Ensured;
import dev.bankswap.aws.JobExecutionStatus;
import dev.bankswap.aws.OtaCloud;
import dev.bankswap.aws.OtaUpdateRequest;
import dev.bankswap.aws.OtaUpdateStatus;
import dev.bankswap.aws.StoredImage;

/** An account's updates for tests: answers what a test has put into its queues. */
final class FakeOtaCloud implements OtaCloud {
	final List<String> calls = new ArrayList<>();
	final List<OtaUpdateRequest> requests = new ArrayList<>();
	/** Answers to creating an update and to asking for it. */
	final Deque<OtaUpdateStatus> statuses = new ArrayDeque<>();
	/** How often creating is refused before it works. */
	int refusals;
	/** Answers to asking for the execution; the last one is repeated. */
	final Deque<Optional<JobExecutionStatus>> executions = new ArrayDeque<>();
	byte[] uploaded = {};

	static OtaUpdateStatus status(String state, String code, String message) {
		return new OtaUpdateStatus("id", state, state.equals("CREATE_COMPLETE") ? "AFR_OTA-id" : "", code, message);
	}

	/** What the next questions for the execution are refused with. */
	final Queue<CloudProblem> unanswered = new ArrayDeque<>();

	void execution(String state, Map<String, String> details) {
		executions.add(Optional.of(new JobExecutionStatus("AFR_OTA-id", "board1", state, details, executions.size() + 1L, Instant.EPOCH)));
	}

	@Override
	public Ensured<String> ensureBucket(String bucket) {
		calls.add("bucket " + bucket);
		return new Ensured<>(bucket, true);
	}

	@Override
	public StoredImage upload(String bucket, String key, byte[] image) {
		calls.add("upload " + key);
		uploaded = image;
		return new StoredImage(bucket, key, "v1");
	}

	@Override
	public Ensured<String> ensureRole(String role, String bucket) {
		calls.add("role " + role);
		return new Ensured<>("arn:aws:iam::123456789012:role/" + role, true);
	}

	@Override
	public Ensured<String> ensureSigningCertificate(String certificatePem, String privateKeyPem) {
		calls.add("certificate");
		return new Ensured<>("arn:acm", true);
	}

	@Override
	public Ensured<String> ensureSigningProfile(String profile, String certificateArn, String labelOnDevice) {
		calls.add("profile " + profile + " " + labelOnDevice);
		return new Ensured<>(profile, true);
	}

	@Override
	public OtaUpdateStatus createUpdate(OtaUpdateRequest request) throws CloudException {
		calls.add("create");
		requests.add(request);
		if (refusals-- > 0) {
			throw new CloudException(CloudProblem.ACCESS_DENIED, "iot", "CreateOTAUpdate", "UnauthorizedException", "role not known yet");
		}
		return statuses.remove();
	}

	@Override
	public OtaUpdateStatus update(String id) {
		return statuses.remove();
	}

	@Override
	public Optional<JobExecutionStatus> execution(String thing, String jobId) throws CloudException {
		if (!unanswered.isEmpty()) {
			throw new CloudException(unanswered.remove(), "iot", "DescribeJobExecution", "Refused", "not now");
		}
		return executions.size() > 1 ? executions.remove() : executions.element();
	}

	@Override
	public void cancelJob(String jobId) {
		calls.add("cancel");
	}

	@Override
	public void deleteUpdate(String id) {
		calls.add("delete");
	}

	@Override
	public void deleteImage(StoredImage image) {
		calls.add("delete image");
	}
}
