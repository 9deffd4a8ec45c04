/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.Map;
import java.util.Optional;

/**
 * A file of an OTA update.
 *
 * @param fileName    its path on the device
 * @param fileType    a number that means something to the device
 * @param fileVersion a version that means something to the user
 * @param source      where it is stored
 * @param codeSigning how it gets its signature
 * @param attributes  more entries that mean something to the user
 */
public record OtaUpdateFile(Optional<String> fileName, Optional<Integer> fileType, Optional<String> fileVersion,
		FileSource source, CodeSigning codeSigning, Map<String, String> attributes) {
}
