/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import dev.bankswap.formats.FirmwareImage;
import dev.bankswap.formats.FirmwareVersion;
import dev.bankswap.formats.ImageCatalog;
import dev.bankswap.formats.ImageFormatException;

/**
 * The two images of a demonstration. The base must be older than the update, because the firmware refuses anything else after
 * its first boot; so for a user's image the base is the sample firmware with a version just below.
 *
 * @param base        what the board runs first
 * @param baseVersion its version
 * @param update      what it is updated to
 * @param newVersion  its version
 */
record DemoImages(FirmwareImage base, FirmwareVersion baseVersion, FirmwareImage update, FirmwareVersion newVersion) {

	private static final int LARGEST_BUILD = 0xFFFF;
	private static final int LARGEST_MINOR = 0xFF;

	static DemoImages of(DemoOptions options) throws DemoException {
		try {
			SampleFirmware sample = SampleFirmware.load();
			FirmwareImage update = options.image().isPresent() ? read(options.image().get()) : sample.update();
			FirmwareVersion version = version(update, options);
			FirmwareImage base = base(sample, version);
			return new DemoImages(base, known(base), update, version);
		} catch (IOException e) {
			throw new DemoException(String.valueOf(e.getMessage()), e);
		}
	}

	private static FirmwareImage read(Path path) throws DemoException, IOException {
		if (!Files.isRegularFile(path)) {
			throw new DemoException(Messages.bind(Messages.NoSuchFile, path));
		}
		try {
			return FirmwareImage.read(path);
		} catch (ImageFormatException e) {
			throw new DemoException(Messages.bind(Messages.BadImage, path, e.getMessage()), e);
		}
	}

	private static FirmwareVersion version(FirmwareImage image, DemoOptions options) throws DemoException, IOException {
		Optional<FirmwareVersion> own = image.version();
		Optional<FirmwareVersion> given = options.imageVersion();
		if (own.isPresent() && given.isPresent() && !own.equals(given)) {
			throw new DemoException(Messages.bind(Messages.OtherVersion, image.name(), own.get()));
		}
		Optional<FirmwareVersion> found = own.or(() -> given);
		if (found.isEmpty()) {
			found = besideIt(image, options);
		}
		return found.orElseThrow(() -> new DemoException(Messages.bind(Messages.NoVersion, image.name())));
	}

	/** A raw binary does not tell its version; the ELF file that it was made from, if it lies beside it, does. */
	private static Optional<FirmwareVersion> besideIt(FirmwareImage image, DemoOptions options) throws IOException {
		Path binary = options.image().orElseThrow();
		Path elf = binary.resolveSibling(String.valueOf(binary.getFileName()).replaceFirst("\\.bin$", ".elf")); //$NON-NLS-1$ //$NON-NLS-2$
		if (elf.equals(binary) || !Files.isRegularFile(elf)) {
			return Optional.empty();
		}
		FirmwareImage other = FirmwareImage.read(elf);
		return Arrays.equals(other.sha256(), image.sha256()) ? other.version() : Optional.empty();
	}

	private static FirmwareImage base(SampleFirmware sample, FirmwareVersion version) throws DemoException {
		if (known(sample.base()).compareTo(version) < 0) {
			return sample.base();
		}
		return sample.base().withVersion(before(version));
	}

	private static FirmwareVersion before(FirmwareVersion version) throws DemoException {
		if (version.build() > 0) {
			return new FirmwareVersion(version.major(), version.minor(), version.build() - 1);
		}
		if (version.minor() > 0) {
			return new FirmwareVersion(version.major(), version.minor() - 1, LARGEST_BUILD);
		}
		if (version.major() > 0) {
			return new FirmwareVersion(version.major() - 1, LARGEST_MINOR, LARGEST_BUILD);
		}
		throw new DemoException(Messages.bind(Messages.LowestVersion, version));
	}

	private static FirmwareVersion known(FirmwareImage image) throws DemoException {
		return image.version().orElseThrow(() -> new DemoException(Messages.bind(Messages.NoVersion, image.name())));
	}

	ImageCatalog catalog() {
		ImageCatalog catalog = new ImageCatalog();
		catalog.add(base, baseVersion);
		catalog.add(update, newVersion);
		return catalog;
	}
}
