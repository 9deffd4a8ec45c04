/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.iot;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.http.rest.Json;
import dev.bankswap.cloud.http.rest.Members;
import dev.bankswap.cloud.http.rest.TextRule;
import dev.bankswap.cloud.service.CodeSigning;
import dev.bankswap.cloud.service.FileSource;
import dev.bankswap.cloud.service.OtaUpdateFile;
import dev.bankswap.cloud.service.OtaUpdateRequest;

/** Reads the input of CreateOTAUpdate. */
final class OtaUpdateReader {

	private static final TextRule ATTRIBUTE = TextRule.length(0, 4096);

	private static final TextRule PROTOCOL = TextRule.oneOf("MQTT", "HTTP");

	private static final TextRule HASH = TextRule.oneOf("SHA256", "SHA-256", "SHA1");

	private static final TextRule ALGORITHM = TextRule.oneOf("ECDSA", "RSA");

	private OtaUpdateReader() {
	}

	static OtaUpdateRequest request(String id, Members body) {
		List<String> protocols = body.json().hasNonNull("protocols") ? body.texts("protocols", PROTOCOL) : List.of("MQTT");
		body.optionalChild("awsJobPresignedUrlConfig").ifPresent(config -> config.optionalNumber("expiresInSec", 60, 3600));
		body.optionalChild("awsJobExecutionsRolloutConfig")
				.ifPresent(config -> config.optionalNumber("maximumPerMinute", 1, 1000));
		return new OtaUpdateRequest(id, body.optionalText("description", Shapes.DESCRIPTION).orElse(""),
				body.texts("targets", Shapes.JOB_TARGET), protocols,
				body.optionalText("targetSelection", Shapes.TARGET_SELECTION).orElse("SNAPSHOT"),
				body.children("files", Shapes.MAX_FILES).stream().map(OtaUpdateReader::file).toList(),
				body.text("roleArn", TextRule.ROLE_ARN), structure(body, "awsJobExecutionsRolloutConfig"),
				structure(body, "awsJobPresignedUrlConfig"),
				body.map("additionalParameters", TextRule.ANY, ATTRIBUTE));
	}

	private static OtaUpdateFile file(Members json) {
		OptionalLong type = json.optionalNumber("fileType", 0, Shapes.MAX_FILE_ID);
		return new OtaUpdateFile(json.optionalText("fileName", TextRule.ANY),
				type.isPresent() ? Optional.of((int) type.getAsLong()) : Optional.empty(),
				json.optionalText("fileVersion", TextRule.ANY), source(json.child("fileLocation")),
				signing(json.child("codeSigning")), json.map("attributes", TextRule.ANY, ATTRIBUTE));
	}

	private static FileSource source(Members json) {
		Optional<Members> stream = json.optionalChild("stream");
		if (stream.isPresent()) {
			return new FileSource.InStream(stream.get().text("streamId", Shapes.STREAM_ID),
					(int) stream.get().optionalNumber("fileId", 0, Shapes.MAX_FILE_ID).orElse(0));
		}
		return new FileSource.InBucket(StreamOperations.location(json.child("s3Location")));
	}

	private static CodeSigning signing(Members json) {
		Optional<Members> custom = json.optionalChild("customCodeSigning");
		if (custom.isPresent()) {
			return custom(custom.get());
		}
		Optional<String> job = json.optionalText("awsSignerJobId", TextRule.NOT_EMPTY);
		if (job.isPresent()) {
			return new CodeSigning.SignedBefore(job.get());
		}
		return start(json.child("startSigningJobParameter"));
	}

	private static CodeSigning start(Members json) {
		Members destination = json.child("destination").child("s3Destination");
		Optional<CodeSigning.NewProfile> profile = json.optionalChild("signingProfileParameter")
				.filter(given -> !given.json().isEmpty())
				.map(given -> new CodeSigning.NewProfile(given.text("certificateArn", TextRule.NOT_EMPTY),
						given.text("platform", TextRule.NOT_EMPTY),
						given.optionalText("certificatePathOnDevice", TextRule.ANY).orElse("")));
		return new CodeSigning.StartSigning(json.text("signingProfileName", TextRule.NOT_EMPTY), profile,
				destination.text("bucket", TextRule.NOT_EMPTY),
				destination.optionalText("prefix", TextRule.ANY).orElse(""));
	}

	private static CodeSigning custom(Members json) {
		String document = json.child("signature").text("inlineDocument", TextRule.NOT_EMPTY);
		byte[] signature;
		try {
			signature = Base64.getDecoder().decode(document);
		} catch (IllegalArgumentException e) {
			throw json.invalid("The inlineDocument of the signature is not Base64.");
		}
		return new CodeSigning.Custom(signature, json.child("certificateChain").text("certificateName", TextRule.NOT_EMPTY),
				json.text("hashAlgorithm", HASH).replace("-", ""), json.text("signatureAlgorithm", ALGORITHM));
	}

	private static ObjectNode structure(Members body, String name) {
		return body.optionalChild(name).map(Members::json).orElseGet(Json::object);
	}
}
