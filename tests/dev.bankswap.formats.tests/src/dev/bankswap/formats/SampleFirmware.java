/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The committed sample firmware. */
final class SampleFirmware {

	static final int SIZE = 492_536;

	static final Path FOLDER = Path.of("..", "sample-firmware", "built");

	private SampleFirmware() {
	}

	static Path elf(String version) {
		return FOLDER.resolve("aws_ri-" + version + ".elf");
	}

	static Path bin(String version) {
		return FOLDER.resolve("aws_ri-" + version + ".bin");
	}

	static byte[] elfBytes() throws IOException {
		return Files.readAllBytes(elf("1.0.0"));
	}

	static byte[] binBytes() throws IOException {
		return Files.readAllBytes(bin("1.0.0"));
	}
}
