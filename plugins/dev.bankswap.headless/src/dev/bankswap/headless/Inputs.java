/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.headless;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.bankswap.formats.FirmwareImage;
import dev.bankswap.formats.FirmwareVersion;
import dev.bankswap.formats.ImageFormatException;

/** Turns what the user typed into what the commands need, or says in one line why it cannot. */
final class Inputs {

	private static final int LAST_PORT = 65535;

	private Inputs() {
		// not to be instantiated
	}

	static Optional<FirmwareVersion> version(Optional<String> text) throws Refused {
		if (text.isEmpty()) {
			return Optional.empty();
		}
		try {
			return Optional.of(FirmwareVersion.parse(text.get()));
		} catch (IllegalArgumentException e) {
			throw new Refused(Messages.bind(Messages.BadVersion, text.get()), e);
		}
	}

	static FirmwareImage image(Path path) throws Refused {
		if (!Files.isRegularFile(path)) {
			throw new Refused(Messages.bind(Messages.NoSuchFile, path));
		}
		try {
			return FirmwareImage.read(path);
		} catch (ImageFormatException e) {
			throw new Refused(Messages.bind(Messages.BadImage, path, e.getMessage()), e);
		} catch (IOException e) {
			throw new Refused(Messages.bind(Messages.Unreadable, path, e.getMessage()), e);
		}
	}

	static void speed(double speed) throws Refused {
		if (!(speed > 0)) {
			throw new Refused(Messages.bind(Messages.BadSpeed, Double.toString(speed)));
		}
	}

	static int port(int port) throws Refused {
		if (port < 0 || port > LAST_PORT) {
			throw new Refused(Messages.bind(Messages.BadPort, Integer.toString(port)));
		}
		return port;
	}
}
