/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.iot;

import java.util.Base64;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.http.rest.Json;
import dev.bankswap.cloud.service.CodeSigning;
import dev.bankswap.cloud.service.FileSource;
import dev.bankswap.cloud.service.OtaUpdate;
import dev.bankswap.cloud.service.OtaUpdateFile;
import dev.bankswap.cloud.service.OtaUpdateRequest;

/** Writes the output of GetOTAUpdate. As in AWS, structures that were not given appear as empty ones. */
final class OtaUpdateWriter {

	private OtaUpdateWriter() {
	}

	static ObjectNode info(OtaUpdate update) {
		OtaUpdateRequest request = update.request();
		ObjectNode json = Json.object().put("otaUpdateId", request.id()).put("otaUpdateArn", update.arn())
				.put("creationDate", Json.time(update.created())).put("lastModifiedDate", Json.time(update.lastModified()));
		if (!request.description().isEmpty()) {
			json.put("description", request.description());
		}
		ArrayNode targets = json.putArray("targets");
		request.targets().forEach(targets::add);
		ArrayNode protocols = json.putArray("protocols");
		request.protocols().forEach(protocols::add);
		json.set("awsJobExecutionsRolloutConfig", request.rollout().deepCopy());
		json.set("awsJobPresignedUrlConfig", request.presignedUrl().deepCopy());
		json.put("targetSelection", request.targetSelection());
		ArrayNode files = json.putArray("otaUpdateFiles");
		request.files().forEach(file -> files.add(file(file)));
		json.put("otaUpdateStatus", update.status().name()).put("awsIotJobId", update.jobId()).put("awsIotJobArn",
				update.jobArn());
		update.error().ifPresent(
				error -> json.putObject("errorInfo").put("code", error.code()).put("message", error.message()));
		ObjectNode parameters = json.putObject("additionalParameters");
		request.additionalParameters().forEach(parameters::put);
		return json;
	}

	private static ObjectNode file(OtaUpdateFile file) {
		ObjectNode json = Json.object();
		file.fileName().ifPresent(name -> json.put("fileName", name));
		file.fileType().ifPresent(type -> json.put("fileType", type));
		file.fileVersion().ifPresent(version -> json.put("fileVersion", version));
		ObjectNode location = json.putObject("fileLocation");
		if (file.source() instanceof FileSource.InStream stream) {
			location.putObject("stream").put("streamId", stream.streamId()).put("fileId", stream.fileId());
		} else if (file.source() instanceof FileSource.InBucket bucket) {
			location.set("s3Location", StreamOperations.json(bucket.location()));
		}
		json.set("codeSigning", signing(file.codeSigning()));
		ObjectNode attributes = json.putObject("attributes");
		file.attributes().forEach(attributes::put);
		return json;
	}

	private static ObjectNode signing(CodeSigning signing) {
		ObjectNode json = Json.object();
		if (signing instanceof CodeSigning.SignedBefore before) {
			json.put("awsSignerJobId", before.jobId());
		}
		ObjectNode start = json.putObject("startSigningJobParameter");
		if (signing instanceof CodeSigning.StartSigning given) {
			ObjectNode parameter = start.putObject("signingProfileParameter");
			given.newProfile().ifPresent(profile -> parameter.put("certificateArn", profile.certificateArn())
					.put("platform", profile.platformId()).put("certificatePathOnDevice", profile.certificatePath()));
			start.put("signingProfileName", given.profileName());
			ObjectNode destination = start.putObject("destination").putObject("s3Destination").put("bucket",
					given.destinationBucket());
			if (!given.destinationPrefix().isEmpty()) {
				destination.put("prefix", given.destinationPrefix());
			}
		}
		ObjectNode custom = json.putObject("customCodeSigning");
		if (signing instanceof CodeSigning.Custom given) {
			custom.putObject("signature").put("inlineDocument", Base64.getEncoder().encodeToString(given.signature()));
			custom.putObject("certificateChain").put("certificateName", given.certificateName());
			custom.put("hashAlgorithm", given.hashAlgorithm()).put("signatureAlgorithm", given.signatureAlgorithm());
		}
		return json;
	}
}
