/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import dev.bankswap.formats.FirmwareVersion;

/**
 * The payloads of job status updates, byte for byte. The decimal formatter of the library's version 3.4.0 writes nothing for
 * zero, so version 1.0.0 shows as {@code 1..} where it is used.
 */
final class JobStatusMessage {

	private static final String IN_PROGRESS = "{\"status\":\"IN_PROGRESS\",\"statusDetails\":{";
	private static final String FAILED = "{\"status\":\"FAILED\",\"statusDetails\":{\"reason\":\"";
	private static final String SUCCEEDED = "{\"status\":\"SUCCEEDED\",\"statusDetails\":{\"reason\":\"";
	private static final String END = "\"}}";

	private JobStatusMessage() {
	}

	/** The library's decimal formatter, with its defect. */
	static String decimal(long value) {
		return value == 0 ? "" : Long.toString(value);
	}

	static byte[] receiving(int received, int total) {
		return bytes(IN_PROGRESS + "\"receive\":\"" + decimal(received) + '/' + decimal(total) + END);
	}

	static byte[] selfTest(String phase, FirmwareVersion own) {
		return bytes(IN_PROGRESS + "\"self_test\":\"" + phase + "\",\"updatedBy\":\"0x" + hex(own.word()) + END);
	}

	static byte[] accepted(FirmwareVersion own, FirmwareVersion previous) {
		return bytes(SUCCEEDED + "accepted  v" + version(own) + "\",\"updatedBy\":\"  v" + version(previous) + END);
	}

	/** Rejected or aborted. */
	static byte[] failed(String reason, int detail) {
		return bytes(FAILED + reason + ": 0x" + hex(detail) + END);
	}

	static byte[] failed(int main, int sub) {
		return bytes(FAILED + "0x" + hex(main) + ": 0x" + hex(sub) + END);
	}

	private static String version(FirmwareVersion version) {
		return decimal(version.major()) + '.' + decimal(version.minor()) + '.' + decimal(version.build());
	}

	private static String hex(int value) {
		return String.format(Locale.ROOT, "%08x", value);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}
}
