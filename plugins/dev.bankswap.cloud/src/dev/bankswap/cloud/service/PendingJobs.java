/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.List;

/**
 * What a thing still has to do, in the order in which it should.
 *
 * @param thingName the thing
 * @param inProgress running executions
 * @param queued waiting executions
 */
public record PendingJobs(String thingName, List<JobExecution> inProgress, List<JobExecution> queued) {
}
