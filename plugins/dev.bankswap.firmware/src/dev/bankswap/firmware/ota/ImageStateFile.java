/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.util.Optional;

import dev.bankswap.firmware.fs.FirmwareFileSystem;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.formats.FormatException;
import dev.bankswap.formats.ImageState;

/** The file {@code /ota/image_state}, the only thing of the PAL that outlives a reset. */
final class ImageStateFile {

	static final String PATH = "/ota/image_state";

	private static final String SOURCE = OtaPal.SOURCE;
	private static final int CORRUPT = -84;

	private final FirmwareFileSystem files;
	private final Logger log;

	ImageStateFile(FirmwareFileSystem files, Logger log) {
		this.files = files;
		this.log = log;
	}

	/** Reads the file; a missing or wrong one is logged and means defaults. */
	Optional<ImageState> read() {
		if (!files.mounted()) {
			log.error(SOURCE, 205, "File system is not ready");
			return Optional.empty();
		}
		Optional<byte[]> content = files.read(PATH);
		if (content.isEmpty()) {
			log.info(SOURCE, 228, "OTA PAL NV context file not found. Using defaults.");
			return Optional.empty();
		}
		try {
			return Optional.of(ImageState.decode(content.get()));
		} catch (FormatException unreadable) {
			int result = content.get().length == ImageState.SIZE ? CORRUPT : content.get().length;
			log.error(SOURCE, 221, " Failed to read OTA image context from file: %s, rc: %d", PATH, result);
			return Optional.empty();
		}
	}

	/** Writes the file and tells whether that worked. */
	boolean write(ImageState state) {
		if (!files.mounted()) {
			log.error(SOURCE, 260, "File system not ready.");
			return false;
		}
		boolean written = files.write(PATH, state.encode());
		if (!written) {
			log.error(SOURCE, 282, "Failed to save OTA image context to file %s, error = %d.", PATH, CORRUPT);
		}
		return written;
	}

	/** Deletes the file; one that does not exist counts as deleted. */
	boolean delete() {
		if (!files.mounted()) {
			log.error(SOURCE, 310, "File system not ready.");
			return false;
		}
		return !files.exists(PATH) || files.delete(PATH);
	}
}
