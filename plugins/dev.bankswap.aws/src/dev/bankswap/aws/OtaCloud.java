/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

import java.util.Optional;

/**
 * What an account needs for over-the-air updates, and the updates themselves. Each {@code ensure} looks first, creates what is missing, and
 * takes what exists as found. The calls block and belong on a worker thread; several threads may use it.
 */
public interface OtaCloud {
	/**
	 * Makes sure that a bucket exists and keeps versions.
	 *
	 * @param bucket its name
	 * @return the name
	 * @throws CloudException if the call fails, or the bucket belongs to somebody else
	 */
	Ensured<String> ensureBucket(String bucket) throws CloudException;

	/**
	 * Stores an image.
	 *
	 * @param bucket a bucket that keeps versions
	 * @param key name of the object
	 * @param image the bytes
	 * @return the object with its version
	 * @throws CloudException if the call fails
	 */
	StoredImage upload(String bucket, String key, byte[] image) throws CloudException;

	/**
	 * Makes sure that the service role exists: AWS IoT may take it on, it carries the managed policy for updates, and may be passed on.
	 *
	 * @param role name of the role
	 * @param bucket where the images are; a name that does not begin with {@code afr-ota} is allowed explicitly
	 * @return its resource name
	 * @throws CloudException if the call fails
	 */
	Ensured<String> ensureRole(String role, String bucket) throws CloudException;

	/**
	 * Makes sure that the certificate manager holds a code-signing certificate with its key.
	 *
	 * @param certificatePem the certificate
	 * @param privateKeyPem its key, which leaves this machine; never logged
	 * @return the certificate's resource name
	 * @throws CloudException if the call fails
	 */
	Ensured<String> ensureSigningCertificate(String certificatePem, String privateKeyPem) throws CloudException;

	/**
	 * Makes sure that a signing profile uses a certificate.
	 *
	 * @param profile its name: letters, digits and underscores
	 * @param certificateArn the code-signing certificate
	 * @param labelOnDevice label of the public key on the device
	 * @return the name
	 * @throws CloudException if the call fails
	 */
	Ensured<String> ensureSigningProfile(String profile, String certificateArn, String labelOnDevice) throws CloudException;

	/**
	 * Creates an update. It is only accepted then; {@link #update} tells what becomes of it.
	 *
	 * @param request what to create
	 * @return its first status
	 * @throws CloudException if it is refused
	 */
	OtaUpdateStatus createUpdate(OtaUpdateRequest request) throws CloudException;

	/**
	 * Asks how far the creation of an update is.
	 *
	 * @param id the update
	 * @return its status
	 * @throws CloudException if the call fails or there is no such update
	 */
	OtaUpdateStatus update(String id) throws CloudException;

	/**
	 * Asks what a thing has done about a job.
	 *
	 * @param thing name of the thing
	 * @param jobId the job
	 * @return the execution, or nothing as long as the thing has none
	 * @throws CloudException if the call fails
	 */
	Optional<JobExecutionStatus> execution(String thing, String jobId) throws CloudException;

	/**
	 * Cancels a job on all its things, also where it is in progress.
	 *
	 * @param jobId the job
	 * @throws CloudException if the call fails
	 */
	void cancelJob(String jobId) throws CloudException;

	/**
	 * Deletes an update with its stream and its job, whatever the job's state. One that is missing is passed over.
	 *
	 * @param id the update
	 * @throws CloudException if the call fails
	 */
	void deleteUpdate(String id) throws CloudException;

	/**
	 * Deletes one version of an uploaded image.
	 *
	 * @param image the object
	 * @throws CloudException if the call fails
	 */
	void deleteImage(StoredImage image) throws CloudException;
}
