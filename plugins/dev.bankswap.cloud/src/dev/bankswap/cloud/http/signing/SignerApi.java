/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.signing;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.http.rest.Json;
import dev.bankswap.cloud.http.rest.Members;
import dev.bankswap.cloud.http.rest.Page;
import dev.bankswap.cloud.http.rest.RestCall;
import dev.bankswap.cloud.http.rest.RestJsonApi;
import dev.bankswap.cloud.http.rest.Routes;
import dev.bankswap.cloud.http.rest.TextRule;
import dev.bankswap.cloud.service.CloudServices;
import dev.bankswap.cloud.service.S3Location;
import dev.bankswap.cloud.service.SigningJob;
import dev.bankswap.cloud.service.SigningProfile;
import dev.bankswap.cloud.service.SigningRequest;
import dev.bankswap.cloud.service.SigningService;

/** The operations of AWS Signer. */
public final class SignerApi extends RestJsonApi {

	private static final TextRule PROFILE = TextRule.pattern(2, 64, "[a-zA-Z0-9_]{2,}");

	private static final TextRule ENCRYPTION = TextRule.oneOf("ECDSA");

	private static final TextRule HASH = TextRule.oneOf("SHA256");

	private static final TextRule TOKEN = TextRule.NOT_EMPTY;

	private static final int MAX_PAGE = 25;

	private final SigningService signing;

	private final String accountId;

	/**
	 * Makes the API.
	 *
	 * @param services what is behind it
	 */
	public SignerApi(CloudServices services) {
		super("AWS Signer", "ValidationException", new Routes());
		this.signing = services.signing();
		this.accountId = services.accountId();
		routes().add("PUT", "/signing-profiles/{profileName}", this::putProfile)
				.add("GET", "/signing-profiles/{profileName}", this::getProfile)
				.add("DELETE", "/signing-profiles/{profileName}", this::cancelProfile)
				.add("GET", "/signing-profiles", this::listProfiles).add("POST", "/signing-jobs", this::startJob)
				.add("GET", "/signing-jobs/{jobId}", this::describeJob).add("GET", "/signing-jobs", this::listJobs);
	}

	private ObjectNode putProfile(RestCall call) {
		Members body = call.body();
		body.optionalChild("overrides").flatMap(overrides -> overrides.optionalChild("signingConfiguration"))
				.ifPresent(configuration -> {
					configuration.optionalText("encryptionAlgorithm", ENCRYPTION);
					configuration.optionalText("hashAlgorithm", HASH);
				});
		Map<String, String> parameters = body.map("signingParameters", TextRule.NOT_EMPTY, TextRule.ANY);
		SigningProfile profile = signing.putProfile(name(call), body.text("platformId", TextRule.NOT_EMPTY),
				body.child("signingMaterial").text("certificateArn", TextRule.NOT_EMPTY), parameters);
		return Json.object().put("arn", profile.arn()).put("profileVersion", profile.version()).put("profileVersionArn",
				profile.versionArn());
	}

	private ObjectNode getProfile(RestCall call) {
		return write(Json.object(), signing.profile(name(call)));
	}

	private ObjectNode cancelProfile(RestCall call) {
		signing.cancelProfile(name(call));
		return Json.object();
	}

	private ObjectNode listProfiles(RestCall call) {
		boolean canceled = call.flag("includeCanceled");
		List<SigningProfile> found = signing.profiles().stream().filter(profile -> canceled || profile.active()).toList();
		Page<SigningProfile> page = call.page(found, "maxResults", "nextToken", MAX_PAGE);
		ObjectNode reply = Json.object();
		ArrayNode list = reply.putArray("profiles");
		page.items().forEach(profile -> write(list.addObject(), profile));
		page.next().ifPresent(token -> reply.put("nextToken", token));
		return reply;
	}

	private static ObjectNode write(ObjectNode json, SigningProfile profile) {
		json.put("profileName", profile.name()).put("profileVersion", profile.version())
				.put("profileVersionArn", profile.versionArn()).put("platformId", profile.platformId())
				.put("platformDisplayName", SigningService.PLATFORM_NAME).put("arn", profile.arn())
				.put("status", profile.active() ? "Active" : "Canceled");
		json.putObject("signingMaterial").put("certificateArn", profile.certificateArn());
		ObjectNode parameters = json.putObject("signingParameters");
		profile.parameters().forEach(parameters::put);
		return json;
	}

	private ObjectNode startJob(RestCall call) {
		Members body = call.body();
		Members source = body.child("source").child("s3");
		Members destination = body.child("destination").child("s3");
		SigningJob job = signing.startJob(new SigningRequest(
				new S3Location(source.text("bucketName", TextRule.NOT_EMPTY), source.text("key", TextRule.NOT_EMPTY),
						source.text("version", TextRule.NOT_EMPTY)),
				destination.text("bucketName", TextRule.NOT_EMPTY),
				destination.optionalText("prefix", TextRule.ANY).orElse(""), body.text("profileName", PROFILE),
				body.text("clientRequestToken", TOKEN)));
		return Json.object().put("jobId", job.id()).put("jobOwner", accountId);
	}

	private ObjectNode describeJob(RestCall call) {
		SigningJob job = signing.job(call.label("jobId", TextRule.NOT_EMPTY));
		ObjectNode json = write(Json.object(), job);
		ObjectNode parameters = json.putObject("signingParameters");
		job.profile().parameters().forEach(parameters::put);
		return json.put("completedAt", Json.time(job.created())).put("requestedBy", "arn:aws:iam::" + accountId + ":root")
				.put("jobOwner", accountId).put("jobInvoker", accountId);
	}

	private ObjectNode listJobs(RestCall call) {
		Page<SigningJob> page = call.page(signing.jobs(), "maxResults", "nextToken", MAX_PAGE);
		ObjectNode reply = Json.object();
		ArrayNode list = reply.putArray("jobs");
		page.items().forEach(job -> write(list.addObject(), job));
		page.next().ifPresent(token -> reply.put("nextToken", token));
		return reply;
	}

	private static ObjectNode write(ObjectNode json, SigningJob job) {
		SigningRequest request = job.request();
		json.put("jobId", job.id());
		ObjectNode source = json.putObject("source").putObject("s3").put("bucketName", request.source().bucket())
				.put("key", request.source().key());
		String version = request.source().version();
		if (version != null) {
			source.put("version", version);
		}
		json.putObject("signingMaterial").put("certificateArn", job.profile().certificateArn());
		json.put("platformId", job.profile().platformId()).put("platformDisplayName", SigningService.PLATFORM_NAME)
				.put("profileName", job.profile().name()).put("profileVersion", job.profile().version())
				.put("createdAt", Json.time(job.created())).put("status", "Succeeded");
		json.putObject("signedObject").putObject("s3").put("bucketName", request.destinationBucket()).put("key",
				job.signedKey());
		return json;
	}

	private static String name(RestCall call) {
		return call.label("profileName", PROFILE);
	}
}
