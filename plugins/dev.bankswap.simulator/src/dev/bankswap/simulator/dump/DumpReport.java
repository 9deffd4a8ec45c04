/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.dump;

import java.util.List;
import java.util.Optional;

import dev.bankswap.formats.FirmwareVersion;
import dev.bankswap.formats.ImageState;
import dev.bankswap.formats.dump.OptionByteSettings;

/**
 * What a dump tells. Texts from the dump contain printable characters only, and no secret.
 *
 * @param options the option bytes, if they are in the dump
 * @param banks   those of the banks that are in the dump
 * @param volume  the file system, if the external flash is in the dump
 */
public record DumpReport(Optional<OptionByteSettings> options, List<Bank> banks, Optional<Volume> volume) {

	/**
	 * A bank of the internal flash.
	 *
	 * @param number     physical bank
	 * @param starts     whether the next reset starts from it, if the dump tells
	 * @param programmed offset behind the last byte that is not erased; 0 if the bank is erased
	 * @param version    version of the firmware, if the image is known
	 * @param fileName   name of the file that the firmware accepts as its update, if one is found in the image
	 * @param problem    why the core cannot start it
	 */
	public record Bank(int number, Optional<Boolean> starts, int programmed, Optional<FirmwareVersion> version,
			Optional<String> fileName, Optional<String> problem) {
	}

	/**
	 * The file system in the external flash.
	 *
	 * @param mounts      whether the firmware could use it; if not, it would format it
	 * @param diskVersion such as 0x00020000; 0 if it does not mount
	 * @param usedBlocks  of 1014, or -1 if that cannot be told
	 * @param files       what could be found, in the order of their paths
	 * @param imageState  what /ota/image_state says
	 * @param problems    what is wrong apart from single files
	 */
	public record Volume(boolean mounts, int diskVersion, int usedBlocks, List<Item> files, Optional<ImageState> imageState,
			List<String> problems) {
	}

	/**
	 * A file or directory.
	 *
	 * @param path      absolute
	 * @param directory whether it is a directory
	 * @param size      bytes; 0 for a directory
	 * @param meaning   what is in it, or why that cannot be read; may be empty
	 * @param readable  false if it is damaged
	 */
	public record Item(String path, boolean directory, long size, String meaning, boolean readable) {
	}
}
