/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An execution together with the document that tells the device what to do.
 *
 * @param execution the execution
 * @param document the job document; treat it as read-only
 */
public record JobWithDocument(JobExecution execution, ObjectNode document) {
}
