/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.CodeSigning;
import software.amazon.awssdk.services.iot.model.CreateOtaUpdateResponse;
import software.amazon.awssdk.services.iot.model.ErrorInfo;
import software.amazon.awssdk.services.iot.model.JobExecution;
import software.amazon.awssdk.services.iot.model.OTAUpdateFile;
import software.amazon.awssdk.services.iot.model.OTAUpdateInfo;
import software.amazon.awssdk.services.iot.model.TargetSelection;

/** {@link OtaCloud} on the SDK: the updates and jobs themselves; what they need is in classes of its own. */
final class SdkOtaCloud implements OtaCloud {
	private static final String IOT = "iot";

	private final SdkClients clients;
	private final ImageStore images;
	private final ServiceRole roles;
	private final SigningMaterial signing;

	SdkOtaCloud(SdkClients clients) {
		this.clients = clients;
		this.images = new ImageStore(clients);
		this.roles = new ServiceRole(clients);
		this.signing = new SigningMaterial(clients);
	}

	private IotClient iot() {
		return clients.iot();
	}

	@Override
	public Ensured<String> ensureBucket(String bucket) throws CloudException {
		return images.ensureBucket(bucket);
	}

	@Override
	public StoredImage upload(String bucket, String key, byte[] image) throws CloudException {
		return images.upload(bucket, key, image);
	}

	@Override
	public void deleteImage(StoredImage image) throws CloudException {
		images.delete(image);
	}

	@Override
	public Ensured<String> ensureRole(String role, String bucket) throws CloudException {
		return roles.ensure(role, bucket);
	}

	@Override
	public Ensured<String> ensureSigningCertificate(String certificatePem, String privateKeyPem) throws CloudException {
		return signing.ensureCertificate(certificatePem, privateKeyPem);
	}

	@Override
	public Ensured<String> ensureSigningProfile(String profile, String certificateArn, String labelOnDevice) throws CloudException {
		return signing.ensureProfile(profile, certificateArn, labelOnDevice);
	}

	@Override
	public OtaUpdateStatus createUpdate(OtaUpdateRequest request) throws CloudException {
		OTAUpdateFile file = OTAUpdateFile.builder().fileName(request.fileName()).fileVersion("1")
				.fileLocation(l -> l.s3Location(
						s -> s.bucket(request.object().bucket()).key(request.object().key()).version(request.object().versionId())))
				.codeSigning(codeSigning(request.signing())).build();
		CreateOtaUpdateResponse reply = Calls.call(IOT, "CreateOTAUpdate", () -> iot().createOTAUpdate(b -> b.otaUpdateId(request.id())
				.targets(request.targetArns()).targetSelection(TargetSelection.SNAPSHOT).files(file).roleArn(request.roleArn())));
		return new OtaUpdateStatus(reply.otaUpdateId(), reply.otaUpdateStatusAsString(), text(reply.awsIotJobId()), "", "");
	}

	private static CodeSigning codeSigning(OtaSigning signing) {
		if (signing instanceof OtaSigning.Signer signer) {
			return CodeSigning.builder().startSigningJobParameter(p -> p.signingProfileName(signer.profile())
					.destination(d -> d.s3Destination(s -> s.bucket(signer.bucket())))).build();
		}
		OtaSigning.Custom custom = (OtaSigning.Custom) signing;
		// the service takes the base64 text as the bytes of the blob, not the signature itself
		SdkBytes signature = SdkBytes.fromByteArray(Base64.getEncoder().encodeToString(custom.derSignature()).getBytes(StandardCharsets.US_ASCII));
		return CodeSigning.builder().customCodeSigning(c -> c.hashAlgorithm("SHA256").signatureAlgorithm("ECDSA")
				.certificateChain(chain -> chain.certificateName(custom.certificateName())).signature(s -> s.inlineDocument(signature))).build();
	}

	@Override
	public OtaUpdateStatus update(String id) throws CloudException {
		OTAUpdateInfo info = Calls.call(IOT, "GetOTAUpdate", () -> iot().getOTAUpdate(b -> b.otaUpdateId(id)).otaUpdateInfo());
		ErrorInfo error = info.errorInfo();
		return new OtaUpdateStatus(id, text(info.otaUpdateStatusAsString()), text(info.awsIotJobId()), error == null ? "" : text(error.code()),
				error == null ? "" : text(error.message()));
	}

	@Override
	public Optional<JobExecutionStatus> execution(String thing, String jobId) throws CloudException {
		return Calls.find(IOT, "DescribeJobExecution", () -> iot().describeJobExecution(b -> b.thingName(thing).jobId(jobId)).execution())
				.map(found -> status(thing, found));
	}

	private static JobExecutionStatus status(String thing, JobExecution found) {
		var details = found.statusDetails();
		return new JobExecutionStatus(found.jobId(), thing, found.statusAsString(),
				details == null || !details.hasDetailsMap() ? java.util.Map.of() : details.detailsMap(),
				found.versionNumber() == null ? 0 : found.versionNumber().longValue(),
				found.lastUpdatedAt() == null ? java.time.Instant.EPOCH : found.lastUpdatedAt());
	}

	@Override
	public void cancelJob(String jobId) throws CloudException {
		Calls.call(IOT, "CancelJob", () -> iot().cancelJob(b -> b.jobId(jobId).force(Boolean.TRUE)));
	}

	@Override
	public void deleteUpdate(String id) throws CloudException {
		Calls.find(IOT, "DeleteOTAUpdate",
				() -> iot().deleteOTAUpdate(b -> b.otaUpdateId(id).deleteStream(Boolean.TRUE).forceDeleteAWSJob(Boolean.TRUE)));
	}

	private static String text(@Nullable String value) {
		return value == null ? "" : value;
	}
}
