/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Brings the files of an OTA update into the form that devices get: raw bytes in a bucket and a signature for them. */
final class FileSigner {

	private static final byte DER_SEQUENCE = 0x30;

	private static final System.Logger LOG = System.getLogger("dev.bankswap.cloud");

	private final CloudServices services;

	private final OtaRole role;

	FileSigner(CloudServices services, OtaRole role) {
		this.services = services;
		this.role = role;
	}

	SignedFile sign(OtaUpdateFile file) {
		CodeSigning signing = file.codeSigning();
		if (signing instanceof CodeSigning.Custom custom) {
			return signedByUser(file, custom);
		}
		if (signing instanceof CodeSigning.SignedBefore before) {
			return signedByService(file, services.signing().job(before.jobId()));
		}
		return signedByService(file, startSigning(location(file.source()), (CodeSigning.StartSigning) signing));
	}

	private SigningJob startSigning(S3Location source, CodeSigning.StartSigning signing) {
		SigningService signer = services.signing();
		signing.newProfile().filter(profile -> signer.find(signing.profileName()).isEmpty())
				.ifPresent(profile -> signer.putProfile(signing.profileName(), profile.platformId(), profile.certificateArn(),
						Map.of(SigningProfile.CERTIFICATE_NAME, profile.certificatePath())));
		role.requireRead(source);
		role.requireWrite(signing.destinationBucket(), signing.destinationPrefix());
		try {
			return signer.startJob(new SigningRequest(source, signing.destinationBucket(), signing.destinationPrefix(),
					signing.profileName(), UUID.randomUUID().toString()));
		} catch (ServiceException e) {
			throw OtaRole.asServiceError(e);
		}
	}

	/** The signer left a JSON object; the raw image becomes a newer version at the same key. */
	private SignedFile signedByService(OtaUpdateFile file, SigningJob job) {
		S3Location source = job.request().source();
		ObjectStore store = services.objects();
		byte[] image = store.get(source.bucket(), source.key(), source.version()).bytes();
		String bucket = job.request().destinationBucket();
		StoredObject raw = store.put(bucket, job.signedKey(), image);
		String certificate = job.profile().parameters().getOrDefault(SigningProfile.CERTIFICATE_NAME, "");
		String key = "sig-" + SigningJob.ALGORITHM.replace("with", "-").toLowerCase(Locale.ROOT);
		return new SignedFile(file, new S3Location(bucket, job.signedKey(), raw.versionId()), image.length, certificate, key,
				job.signature());
	}

	private SignedFile signedByUser(OtaUpdateFile file, CodeSigning.Custom custom) {
		S3Location location = location(file.source());
		role.requireRead(location);
		StoredObject object;
		try {
			object = services.objects().get(location.bucket(), location.key(), location.version());
		} catch (ServiceException e) {
			throw new ServiceException("AccessDeniedException", 403, SigningService.notAccessible(location));
		}
		if (object.size() > SigningService.MAX_IMAGE) {
			throw ServiceException.invalid("File " + location.key() + " is larger than 16 MB, the limit of an OTA update.");
		}
		String key = ("sig-" + custom.hashAlgorithm() + "-" + custom.signatureAlgorithm()).toLowerCase(Locale.ROOT);
		return new SignedFile(file, location, object.size(), custom.certificateName(), key, text(custom.signature()));
	}

	/** AWS passes the document's bytes on as text, so they have to be Base64 text already; DER is the usual mistake. */
	private static String text(byte[] signature) {
		if (signature.length > 0 && signature[0] == DER_SEQUENCE) {
			LOG.log(System.Logger.Level.WARNING, "The inline document of a custom code signature is raw DER. It is accepted "
					+ "here, but AWS would pass it on as it is and the device would refuse it: give the Base64 text.");
			return Base64.getEncoder().encodeToString(signature);
		}
		return new String(signature, StandardCharsets.US_ASCII).strip();
	}

	private S3Location location(FileSource source) {
		if (source instanceof FileSource.InBucket inBucket) {
			return inBucket.location();
		}
		FileSource.InStream inStream = (FileSource.InStream) source;
		return services.streams().get(inStream.streamId()).files().stream()
				.filter(file -> file.fileId() == inStream.fileId()).findFirst()
				.orElseThrow(() -> ServiceException.notFound(
						"Stream " + inStream.streamId() + " has no file " + inStream.fileId() + "."))
				.location();
	}
}
