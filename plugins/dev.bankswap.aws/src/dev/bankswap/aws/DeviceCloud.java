/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

import java.util.List;
import java.util.Optional;

/**
 * What an account knows about devices. Each {@code ensure} looks first, creates what is missing, and takes what exists as found; so all of
 * them can be repeated. The calls block and belong on a worker thread; several threads may use it.
 */
public interface DeviceCloud {
	/**
	 * Tells whose account this is; fails if there are no valid credentials.
	 *
	 * @return the account
	 * @throws CloudException if the credentials are missing or refused
	 */
	CallerAccount callerAccount() throws CloudException;

	/**
	 * Tells the region.
	 *
	 * @return for instance {@code us-west-2}
	 */
	String region();

	/**
	 * Tells where devices of this account connect to.
	 *
	 * @return host name of the MQTT broker (endpoint type {@code iot:Data-ATS})
	 * @throws CloudException if the call fails
	 */
	String endpointHost() throws CloudException;

	/**
	 * Looks for a thing.
	 *
	 * @param name its name
	 * @return its resource name, if it exists
	 * @throws CloudException if the call fails
	 */
	Optional<String> findThing(String name) throws CloudException;

	/**
	 * Makes sure that a thing exists.
	 *
	 * @param name its name
	 * @return its resource name
	 * @throws CloudException if the call fails
	 */
	Ensured<String> ensureThing(String name) throws CloudException;

	/**
	 * Looks for a certificate.
	 *
	 * @param der the certificate
	 * @return its registration, if there is one
	 * @throws CloudException if the call fails
	 */
	Optional<CloudCertificate> findCertificate(byte[] der) throws CloudException;

	/**
	 * Makes sure that a certificate is registered without a CA, and active.
	 *
	 * @param der the certificate, self-signed by the device
	 * @return its registration
	 * @throws CloudException if the call fails
	 */
	Ensured<CloudCertificate> ensureCertificate(byte[] der) throws CloudException;

	/**
	 * Looks for a policy.
	 *
	 * @param name its name
	 * @return the policy, if it exists
	 * @throws CloudException if the call fails
	 */
	Optional<CloudPolicy> findPolicy(String name) throws CloudException;

	/**
	 * Makes sure that a policy exists. One that exists is left as it is; the caller compares its document.
	 *
	 * @param name its name
	 * @param document its text if it has to be created
	 * @return the policy
	 * @throws CloudException if the call fails
	 */
	Ensured<CloudPolicy> ensurePolicy(String name, String document) throws CloudException;

	/**
	 * Lists what is attached to a thing.
	 *
	 * @param thing name of the thing
	 * @return resource names of certificates
	 * @throws CloudException if the call fails
	 */
	List<String> principals(String thing) throws CloudException;

	/**
	 * Lists the policies of a certificate.
	 *
	 * @param certificateArn the certificate
	 * @return names of policies
	 * @throws CloudException if the call fails
	 */
	List<String> policies(String certificateArn) throws CloudException;

	/**
	 * Attaches a certificate to a thing.
	 *
	 * @param thing name of the thing
	 * @param certificateArn the certificate
	 * @return true if it was not attached before
	 * @throws CloudException if the call fails
	 */
	boolean attachThing(String thing, String certificateArn) throws CloudException;

	/**
	 * Attaches a policy to a certificate.
	 *
	 * @param policy name of the policy
	 * @param certificateArn the certificate
	 * @return true if it was not attached before
	 * @throws CloudException if the call fails
	 */
	boolean attachPolicy(String policy, String certificateArn) throws CloudException;

	/**
	 * Removes a certificate: detaches it from its policies and from a thing, deactivates and deletes it. What is missing is passed over.
	 *
	 * @param thing name of the thing that it is attached to
	 * @param certificate the certificate
	 * @throws CloudException if the call fails
	 */
	void removeCertificate(String thing, CloudCertificate certificate) throws CloudException;

	/**
	 * Removes a thing; nothing may be attached to it. One that is missing is passed over.
	 *
	 * @param name its name
	 * @throws CloudException if the call fails
	 */
	void removeThing(String name) throws CloudException;

	/**
	 * Removes a policy that is attached to nothing. One that is missing is passed over.
	 *
	 * @param name its name
	 * @throws CloudException if the call fails
	 */
	void removePolicy(String name) throws CloudException;
}
