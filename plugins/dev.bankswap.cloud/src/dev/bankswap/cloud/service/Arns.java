/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

/**
 * Builds and reads Amazon Resource Names of one account and region.
 */
public final class Arns {

	private final String region;

	private final String account;

	/**
	 * Creates the names of one account and region.
	 *
	 * @param region for instance {@code us-west-2}
	 * @param account twelve digits
	 */
	public Arns(String region, String account) {
		this.region = region;
		this.account = account;
	}

	/**
	 * A resource of IoT Core.
	 *
	 * @param type resource type, for instance {@code topic}
	 * @param name everything after the type
	 * @return the ARN
	 */
	public String iot(String type, String name) {
		return regional("iot", type + "/" + name);
	}

	/**
	 * A thing.
	 *
	 * @param name thing name
	 * @return the ARN
	 */
	public String thing(String name) {
		return iot("thing", name);
	}

	/**
	 * A device certificate.
	 *
	 * @param id certificate id, 64 hexadecimal digits
	 * @return the ARN
	 */
	public String cert(String id) {
		return iot("cert", id);
	}

	/**
	 * An IoT policy.
	 *
	 * @param name policy name
	 * @return the ARN
	 */
	public String policy(String name) {
		return iot("policy", name);
	}

	/**
	 * A job.
	 *
	 * @param id job id
	 * @return the ARN
	 */
	public String job(String id) {
		return iot("job", id);
	}

	/**
	 * A file stream.
	 *
	 * @param id stream id
	 * @return the ARN
	 */
	public String stream(String id) {
		return iot("stream", id);
	}

	/**
	 * An OTA update.
	 *
	 * @param id update id
	 * @return the ARN
	 */
	public String otaUpdate(String id) {
		return iot("otaupdate", id);
	}

	/**
	 * An IAM role.
	 *
	 * @param name role name
	 * @return the ARN
	 */
	public String role(String name) {
		return "arn:aws:iam::" + account + ":role/" + name;
	}

	/**
	 * An ACM certificate.
	 *
	 * @param uuid its identifier
	 * @return the ARN
	 */
	public String acmCertificate(String uuid) {
		return regional("acm", "certificate/" + uuid);
	}

	/**
	 * A signing profile.
	 *
	 * @param name profile name
	 * @return the ARN
	 */
	public String signingProfile(String name) {
		return regional("signer", "/signing-profiles/" + name);
	}

	/**
	 * Any resource of this account and region.
	 *
	 * @param service service prefix, for instance {@code acm}
	 * @param resource resource part
	 * @return the ARN
	 */
	public String regional(String service, String resource) {
		return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
	}

	/**
	 * The name at the end of an ARN: what follows the last slash of the resource part.
	 *
	 * @param arn an ARN
	 * @return the resource's name
	 * @throws ServiceException if the text is no ARN
	 */
	public String resourceName(String arn) {
		String[] parts = arn.split(":", 6);
		if (parts.length < 6 || !"arn".equals(parts[0]) || parts[5].isEmpty()) {
			throw ServiceException.invalid("Not an ARN: " + arn);
		}
		return parts[5].substring(parts[5].lastIndexOf('/') + 1);
	}
}
