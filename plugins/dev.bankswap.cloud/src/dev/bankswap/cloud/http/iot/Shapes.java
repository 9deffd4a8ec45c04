/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.iot;

import dev.bankswap.cloud.http.rest.TextRule;

/** The shapes of the IoT service models. */
final class Shapes {

	static final TextRule THING_NAME = TextRule.pattern(1, 128, "[a-zA-Z0-9:_-]+");

	static final TextRule ATTRIBUTE_NAME = TextRule.pattern(1, 128, "[a-zA-Z0-9_.,@/:#-]+");

	static final TextRule ATTRIBUTE_VALUE = TextRule.pattern(0, 800, "[a-zA-Z0-9_.,@/:#=\\[\\]-]*");

	static final TextRule CERTIFICATE_ID = TextRule.pattern(64, 64, "(0x)?[a-fA-F0-9]+");

	static final TextRule CERTIFICATE_PEM = TextRule.length(1, 65536);

	static final TextRule CERTIFICATE_STATUS = TextRule.oneOf("ACTIVE", "INACTIVE", "REVOKED", "PENDING_TRANSFER",
			"REGISTER_INACTIVE", "PENDING_ACTIVATION");

	static final TextRule CSR = TextRule.length(1, 4096);

	static final TextRule POLICY_NAME = TextRule.pattern(1, 128, "[\\w+=,.@-]+");

	static final TextRule POLICY_DOCUMENT = TextRule.length(0, 404_600);

	static final TextRule JOB_ID = TextRule.pattern(1, 64, "[a-zA-Z0-9_-]+");

	static final TextRule JOB_DOCUMENT = TextRule.length(0, 32_768);

	static final TextRule JOB_TARGET = TextRule.length(1, 2048);

	static final TextRule EXECUTION_STATUS = TextRule.oneOf("QUEUED", "IN_PROGRESS", "SUCCEEDED", "FAILED", "TIMED_OUT",
			"REJECTED", "REMOVED", "CANCELED");

	static final TextRule JOB_STATUS = TextRule.oneOf("IN_PROGRESS", "CANCELED", "COMPLETED", "DELETION_IN_PROGRESS",
			"SCHEDULED");

	static final TextRule DETAIL_KEY = TextRule.pattern(1, 128, "[a-zA-Z0-9:_-]+");

	static final TextRule DETAIL_VALUE = TextRule.pattern(1, 1024, "[^\\p{C}]+");

	static final TextRule TARGET_SELECTION = TextRule.oneOf("CONTINUOUS", "SNAPSHOT");

	/** A stream's id, and an OTA update's. */
	static final TextRule STREAM_ID = TextRule.pattern(1, 128, "[a-zA-Z0-9_-]+");

	static final TextRule DESCRIPTION = TextRule.pattern(0, 2028, "[^\\p{C}]*");

	static final int MAX_PAGE = 250;

	static final int MAX_FILE_ID = 255;

	static final int MAX_FILES = 50;

	private Shapes() {
	}
}
