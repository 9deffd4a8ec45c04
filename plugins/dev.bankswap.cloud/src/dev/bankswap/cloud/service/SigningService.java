/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Signing profiles and signing jobs, as AWS Signer keeps them; the signatures are real. Thread-safe. */
public final class SigningService {

	/** The only platform that is supported. */
	public static final String PLATFORM = "AmazonFreeRTOS-Default";

	/** How the platform is called for people. */
	public static final String PLATFORM_NAME = "Amazon FreeRTOS";

	/** The largest image that the platform signs. */
	static final int MAX_IMAGE = 16 << 20;

	private static final int P256_BITS = 256;

	private final CloudServices services;

	private final Map<String, SigningProfile> profiles;

	private final Map<String, SigningJob> jobs;

	/**
	 * Makes a service without profiles.
	 *
	 * @param services the services that it belongs to
	 */
	public SigningService(CloudServices services) {
		this.services = services;
		this.profiles = services.state().sortedTable("signing-profiles", SigningProfile.class);
		this.jobs = services.state().table("signing-jobs", SigningJob.class);
	}

	/**
	 * Makes a profile, or a new version of it.
	 *
	 * @param name           its name
	 * @param platformId     the signing platform
	 * @param certificateArn the ACM certificate whose key signs
	 * @param parameters     what the device is to be told
	 * @return the profile
	 */
	public synchronized SigningProfile putProfile(String name, String platformId, String certificateArn,
			Map<String, String> parameters) {
		if (!platformId.equals(PLATFORM)) {
			throw invalid("Signing platform " + platformId + " is not supported. Use " + PLATFORM + ".");
		}
		signingKey(certificateArn);
		if (find(name).filter(profile -> !profile.active()).isPresent()) {
			throw invalid("Signing profile " + name + " is canceled and cannot be changed. Use another name.");
		}
		String version = Ids.profileVersion();
		String arn = services.arns().signingProfile(name);
		SigningProfile profile = new SigningProfile(name, version, arn, arn + "/" + version, platformId, certificateArn,
				Map.copyOf(parameters), true);
		profiles.put(name, profile);
		return profile;
	}

	/**
	 * Looks a profile up.
	 *
	 * @param name its name
	 * @return the profile
	 */
	public synchronized SigningProfile profile(String name) {
		return find(name).orElseThrow(() -> ServiceException.notFound("Signing profile " + name + " not found."));
	}

	/**
	 * Looks a profile up that may be missing.
	 *
	 * @param name its name
	 * @return the profile, if there is one
	 */
	public synchronized Optional<SigningProfile> find(String name) {
		return Optional.ofNullable(profiles.get(name));
	}

	/**
	 * All profiles.
	 *
	 * @return the profiles by name
	 */
	public synchronized List<SigningProfile> profiles() {
		return List.copyOf(profiles.values());
	}

	/**
	 * Takes a profile out of use.
	 *
	 * @param name its name
	 */
	public synchronized void cancelProfile(String name) {
		profiles.put(name, profile(name).canceled());
	}

	/**
	 * Signs an object and stores the signed object.
	 *
	 * @param request what is signed, how, and where the result goes
	 * @return the job, which is done already
	 */
	public synchronized SigningJob startJob(SigningRequest request) {
		Optional<SigningJob> repeated = jobs.values().stream()
				.filter(job -> job.request().token().equals(request.token())).findFirst();
		if (repeated.isPresent()) {
			return repeated.get();
		}
		SigningProfile profile = profile(request.profileName());
		if (!profile.active()) {
			throw invalid("Signing profile " + profile.name() + " is not active.");
		}
		byte[] image = image(request);
		PrivateKey key = signingKey(profile.certificateArn());
		String id = UUID.randomUUID().toString();
		String signature = Base64.getEncoder().encodeToString(sign(key, image));
		SigningJob job = new SigningJob(id, request, profile, request.destinationPrefix() + id, signature,
				services.clock().instant());
		services.objects().put(request.destinationBucket(), job.signedKey(), signedObject(image, signature));
		jobs.put(id, job);
		return job;
	}

	/**
	 * Looks a job up.
	 *
	 * @param id its id
	 * @return the job
	 */
	public synchronized SigningJob job(String id) {
		return Optional.ofNullable(jobs.get(id))
				.orElseThrow(() -> ServiceException.notFound("Signing job " + id + " not found."));
	}

	/**
	 * All jobs.
	 *
	 * @return the jobs in the order in which they were started
	 */
	public synchronized List<SigningJob> jobs() {
		return List.copyOf(jobs.values());
	}

	private byte[] image(SigningRequest request) {
		ObjectStore store = services.objects();
		requireVersioning(request.source().bucket());
		requireVersioning(request.destinationBucket());
		byte[] image;
		try {
			image = store.get(request.source().bucket(), request.source().key(), request.source().version()).bytes();
		} catch (ServiceException e) {
			throw new ServiceException("AccessDeniedException", 403, notAccessible(request.source()));
		}
		if (image.length > MAX_IMAGE) {
			throw invalid("The object is larger than 16 MB, the limit of " + PLATFORM + ".");
		}
		return image;
	}

	/** AWS Signer's own words for an object that is missing or must not be read. */
	static String notAccessible(S3Location location) {
		return "S3 object " + location.key() + " not accessible. Please check your permissions";
	}

	private void requireVersioning(String bucket) {
		Versioning versioning;
		try {
			versioning = services.objects().bucket(bucket).versioning();
		} catch (ServiceException e) {
			throw new ServiceException("AccessDeniedException", 403,
					"S3 bucket " + bucket + " not accessible. Please check your permissions");
		}
		if (versioning != Versioning.ENABLED) {
			throw invalid("Versioning is not enabled on S3 bucket " + bucket + ". Enable versioning and try again.");
		}
	}

	private PrivateKey signingKey(String certificateArn) {
		PrivateKey key = services.acm().get(certificateArn).privateKey();
		if (key instanceof ECKey ec && ec.getParams().getCurve().getField().getFieldSize() == P256_BITS) {
			return key;
		}
		throw invalid("The key of certificate " + certificateArn + " is no ECDSA P-256 key. The devices verify only those.");
	}

	private static byte[] sign(PrivateKey key, byte[] image) {
		try {
			Signature signer = Signature.getInstance(SigningJob.ALGORITHM);
			signer.initSign(key);
			signer.update(image);
			return signer.sign();
		} catch (GeneralSecurityException e) {
			throw new ServiceException("InternalServiceErrorException", 500, "The signature could not be made: " + e);
		}
	}

	private static byte[] signedObject(byte[] image, String signature) {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		json.put("rawPayloadSize", image.length);
		json.put("signature", signature);
		json.put("signatureAlgorithm", SigningJob.ALGORITHM);
		json.put("payload", Base64.getEncoder().encodeToString(image));
		return json.toString().getBytes(StandardCharsets.US_ASCII);
	}

	private static ServiceException invalid(String message) {
		return new ServiceException("ValidationException", 400, message);
	}
}
