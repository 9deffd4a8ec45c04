/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.evidence;

import java.time.Instant;

/**
 * One fact.
 *
 * @param source where it comes from
 * @param time when it was seen here; the device's own time is in the text of its log lines only
 * @param kind what it is about, one word for programs, for instance {@code job.state} or the name of a step
 * @param text the fact in words or as it was printed; never a secret
 */
public record Evidence(EvidenceSource source, Instant time, String kind, String text) {
}
