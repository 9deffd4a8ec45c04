/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

import java.nio.file.Path;
import java.util.Optional;

import dev.bankswap.formats.FirmwareVersion;

/**
 * What a demonstration shows.
 *
 * @param image        the user's firmware, an ELF file or a raw binary; nothing for the sample firmware
 * @param imageVersion version of that firmware, needed where the file does not tell it
 * @param speed        simulated seconds in a real second, at most
 */
public record DemoOptions(Optional<Path> image, Optional<FirmwareVersion> imageVersion, double speed) {

	/** Fast, and slow enough to watch. */
	public static final double DEFAULT_SPEED = 20;

	/** Faster than the sockets: what is measured with it is the software alone. */
	public static final double FASTEST_SPEED = 200;

	/**
	 * The sample firmware at the usual speed.
	 *
	 * @return the options
	 */
	public static DemoOptions defaults() {
		return new DemoOptions(Optional.empty(), Optional.empty(), DEFAULT_SPEED);
	}

	/**
	 * Checks that there are two images to update between, without starting anything.
	 *
	 * @throws DemoException if the user's image cannot be used; says why and what to do
	 */
	public void check() throws DemoException {
		DemoImages.of(this);
	}
}
