/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.time.Instant;

/**
 * The message that new subscribers of a topic get at once.
 *
 * @param topic its topic
 * @param payload its content, not to be changed
 * @param qos 0 or 1
 * @param lastModified when it was published
 */
public record RetainedMessage(String topic, byte[] payload, int qos, Instant lastModified) {
}
