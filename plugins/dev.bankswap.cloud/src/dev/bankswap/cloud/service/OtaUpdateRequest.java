/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a new OTA update is to be.
 *
 * @param id              its id
 * @param description     what its maker says about it, possibly empty
 * @param targets         the ARNs of the things
 * @param protocols       how the devices may fetch the files
 * @param targetSelection {@code SNAPSHOT} or {@code CONTINUOUS}
 * @param files           the files
 * @param roleArn         the role that reads the files
 * @param rollout         how fast the job spreads, as it was given
 * @param presignedUrl    how long download addresses are valid, as it was given
 * @param additionalParameters more entries that mean something to the user
 */
public record OtaUpdateRequest(String id, String description, List<String> targets, List<String> protocols,
		String targetSelection, List<OtaUpdateFile> files, String roleArn, ObjectNode rollout, ObjectNode presignedUrl,
		Map<String, String> additionalParameters) {
}
