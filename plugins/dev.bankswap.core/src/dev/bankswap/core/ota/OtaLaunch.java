/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.ota;

import dev.bankswap.aws.StoredImage;

/**
 * An update whose job exists.
 *
 * @param updateId the update
 * @param jobId its job
 * @param thingName which board
 * @param image what was uploaded
 */
public record OtaLaunch(String updateId, String jobId, String thingName, StoredImage image) {
}
