/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.fs;

import java.util.Optional;

import dev.bankswap.board.Board;
import dev.bankswap.firmware.kernel.HeapUse;
import dev.bankswap.firmware.kernel.Kernel;
import dev.bankswap.firmware.kernel.StackUse;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.littlefs.BlockDevice;
import dev.bankswap.littlefs.Geometry;
import dev.bankswap.littlefs.LfsError;
import dev.bankswap.littlefs.LfsException;
import dev.bankswap.littlefs.LittleFs;

/**
 * The littlefs volume of one boot ({@code fs_init} in {@code app_main.c}). Any failure to mount formats the volume without
 * asking, as the firmware does. Operations fail quietly on an unmounted volume; their callers log in their own words.
 */
public final class FirmwareFileSystem {

	/** Folder of the key-value store. */
	public static final String CONFIGURATION = "/cfg";

	/** Folder of the OTA PAL. */
	public static final String OTA = "/ota";

	private static final String SOURCE = "app_main.c";

	private static final int FORMATTING_LINE = 94;

	private static final int FORMAT_FAILED_LINE = 104;

	private static final int CFG_FAILED_LINE = 114;

	private static final int OTA_FAILED_LINE = 124;

	private final BlockDevice device;

	private final Logger log;

	private final Kernel kernel;

	private Optional<LittleFs> volume = Optional.empty();

	/**
	 * Creates the file system of one boot, not mounted yet.
	 *
	 * @param board  whose NOR holds the volume
	 * @param kernel whose heap holds the caches
	 * @param log    where mounting is reported
	 */
	public FirmwareFileSystem(Board board, Kernel kernel, Logger log) {
		this.kernel = kernel;
		this.device = new NorBlockDevice(board.nor());
		this.log = log;
	}

	/**
	 * Mounts the volume, formats it if that fails, and creates its folders.
	 *
	 * @return whether the file system can be used
	 */
	public boolean mount() {
		kernel.useStack(StackUse.MOUNT);
		kernel.heap().allocate(HeapUse.VOLUME);
		volume = tryMount();
		if (volume.isEmpty()) {
			log.error(SOURCE, FORMATTING_LINE, "Failed to mount partition. Formatting...");
			volume = formatAndMount();
		}
		return volume.isPresent() && createFolder(CONFIGURATION, CFG_FAILED_LINE) && createFolder(OTA, OTA_FAILED_LINE);
	}

	/**
	 * Tells whether the volume is mounted.
	 *
	 * @return true after a successful {@link #mount()}
	 */
	public boolean mounted() {
		return volume.isPresent();
	}

	/**
	 * Reads a file.
	 *
	 * @param path absolute path
	 * @return its bytes; empty if it does not exist or cannot be read
	 */
	public Optional<byte[]> read(String path) {
		try {
			LittleFs fs = mountedVolume();
			openFile();
			return fs.exists(path) ? Optional.of(fs.readFile(path)) : Optional.empty();
		} catch (LfsException failure) {
			return failed(failure, Optional.empty());
		}
	}

	/**
	 * Tells whether a file exists.
	 *
	 * @param path absolute path
	 * @return true if it does
	 */
	public boolean exists(String path) {
		try {
			return mountedVolume().exists(path);
		} catch (LfsException failure) {
			return failed(failure, Boolean.FALSE);
		}
	}

	/**
	 * Creates or replaces a file.
	 *
	 * @param path    absolute path
	 * @param content its new bytes
	 * @return whether it was written
	 */
	public boolean write(String path, byte[] content) {
		try {
			openFile();
			mountedVolume().writeFile(path, content);
			return true;
		} catch (LfsException failure) {
			return failed(failure, Boolean.FALSE);
		}
	}

	/**
	 * Removes a file.
	 *
	 * @param path absolute path
	 * @return whether it was removed
	 */
	public boolean delete(String path) {
		try {
			mountedVolume().remove(path);
			return true;
		} catch (LfsException failure) {
			return failed(failure, Boolean.FALSE);
		}
	}

	private Optional<LittleFs> tryMount() {
		try {
			return Optional.of(LittleFs.mount(device, Geometry.FIRMWARE));
		} catch (LfsException failure) {
			if (failure.error() == LfsError.CORRUPT) {
				log.error("lfs.c", 1070, "Corrupted dir pair at {0x0, 0x1}");
			} else {
				reportVersion();
			}
			return Optional.empty();
		}
	}

	/** The firmware's littlefs knows disk version 2.0 only and names another one. */
	private void reportVersion() {
		try (LittleFs newer = LittleFs.mountReadOnly(device, Geometry.FIRMWARE)) {
			log.error("lfs.c", 3725, "Invalid version v%d.%d", newer.diskVersion() >> 16, newer.diskVersion() & 0xFFFF);
		} catch (LfsException failure) {
			failed(failure, Optional.empty());
		}
	}

	private Optional<LittleFs> formatAndMount() {
		try {
			LittleFs.format(device, Geometry.FIRMWARE);
			return Optional.of(LittleFs.mount(device, Geometry.FIRMWARE));
		} catch (LfsException failure) {
			log.error(SOURCE, FORMAT_FAILED_LINE, "Failed to format littlefs device.");
			return failed(failure, Optional.empty());
		}
	}

	private boolean createFolder(String path, int line) {
		try {
			LittleFs fs = mountedVolume();
			if (!fs.exists(path)) {
				fs.mkdir(path);
			}
			return true;
		} catch (LfsException failure) {
			log.error(SOURCE, line, "Failed to create %s directory.", path);
			return failed(failure, Boolean.FALSE);
		}
	}

	private void openFile() {
		kernel.useStack(StackUse.FILE);
		kernel.heap().pass(HeapUse.OPEN_FILE);
	}

	private LittleFs mountedVolume() throws LfsException {
		if (volume.isEmpty()) {
			throw new LfsException(LfsError.IO, "The volume is not mounted");
		}
		return volume.get();
	}

	/** The C code looks at the sign of the result only; so do the callers here. */
	private static <T> T failed(LfsException failure, T result) {
		assert failure.error().code() < 0;
		return result;
	}
}
