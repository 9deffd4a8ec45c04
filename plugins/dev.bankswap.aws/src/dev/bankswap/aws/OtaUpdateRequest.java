/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

import java.util.List;

/**
 * An over-the-air update to be created.
 *
 * @param id at most 56 characters, so that the name of the job fits too
 * @param targetArns things or thing groups
 * @param fileName what the firmware knows the file as; not the name of the object
 * @param object the uploaded image
 * @param roleArn the role that AWS IoT takes on
 * @param signing how the image is signed
 */
public record OtaUpdateRequest(String id, List<String> targetArns, String fileName, StoredImage object, String roleArn, OtaSigning signing) {
	/** The longest id: the job's name is {@code AFR_OTA-} and the id, and holds 64 characters. */
	public static final int MAX_ID = 56;
}
