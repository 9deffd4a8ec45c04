/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

import java.io.IOException;
import java.io.InputStream;

import dev.bankswap.formats.FirmwareImage;
import dev.bankswap.formats.ImageCatalog;

/** The sample firmware that the product carries, in two versions: real images, made by {@code tests/sample-firmware}. */
public final class SampleFirmware {

	private static final String BASE = "firmware/aws_ri-1.0.0.elf"; //$NON-NLS-1$
	private static final String UPDATE = "firmware/aws_ri-1.1.0.elf"; //$NON-NLS-1$

	private final FirmwareImage base;
	private final FirmwareImage update;

	private SampleFirmware(FirmwareImage base, FirmwareImage update) {
		this.base = base;
		this.update = update;
	}

	/**
	 * Reads both images.
	 *
	 * @return the sample firmware
	 * @throws IOException if the bundle is damaged
	 */
	public static SampleFirmware load() throws IOException {
		return new SampleFirmware(image(BASE), image(UPDATE));
	}

	private static FirmwareImage image(String resource) throws IOException {
		try (InputStream in = SampleFirmware.class.getResourceAsStream(resource)) {
			if (in == null) {
				throw new IOException("The sample firmware " + resource + " is missing from the installation."); //$NON-NLS-1$ //$NON-NLS-2$
			}
			return FirmwareImage.ofElf(resource.substring(resource.indexOf('/') + 1), in.readAllBytes());
		}
	}

	/**
	 * Returns what a new board runs.
	 *
	 * @return version 1.0.0
	 */
	public FirmwareImage base() {
		return base;
	}

	/**
	 * Returns what it is updated to.
	 *
	 * @return version 1.1.0
	 */
	public FirmwareImage update() {
		return update;
	}

	/**
	 * Returns a catalogue that knows both.
	 *
	 * @return a new catalogue, to which others can be added
	 */
	public ImageCatalog catalog() {
		ImageCatalog catalog = new ImageCatalog();
		base.version().ifPresent(version -> catalog.add(base, version));
		update.version().ifPresent(version -> catalog.add(update, version));
		return catalog;
	}
}
