/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A metrics report that Device Defender accepted.
 *
 * @param thingName the thing
 * @param reportId the number that the device gave it
 * @param received when it came
 * @param content the report as it was sent, not to be changed
 */
public record DefenderReport(String thingName, long reportId, Instant received, ObjectNode content) {
}
