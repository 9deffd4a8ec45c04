/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.startup;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.bankswap.formats.FirmwareVersion;

/**
 * What the command line asks for.
 *
 * @param image   firmware of the user, if given
 * @param version its version, if given
 * @param speed   simulated seconds in a real second, if given; else the preference decides
 * @param exit    whether to close the IDE after the demonstration
 */
record StartupOptions(Optional<Path> image, Optional<FirmwareVersion> version, Optional<Double> speed,
		boolean exit) {

	private static final String DEMO = "-bankswapDemo"; //$NON-NLS-1$

	private static final String IMAGE = "-bankswapDemoImage"; //$NON-NLS-1$

	private static final String VERSION = "-bankswapDemoVersion"; //$NON-NLS-1$

	private static final String SPEED = "-bankswapDemoSpeed"; //$NON-NLS-1$

	private static final String EXIT = "-bankswapDemoExit"; //$NON-NLS-1$

	/** Reads the arguments of the application; those of others are skipped. Empty without {@code -bankswapDemo}. */
	static Optional<StartupOptions> parse(String[] arguments) {
		if (!contains(arguments, DEMO)) {
			return Optional.empty();
		}
		return Optional.of(new StartupOptions(value(arguments, IMAGE).map(StartupOptions::readable),
				value(arguments, VERSION).map(StartupOptions::version), value(arguments, SPEED).map(StartupOptions::speed), contains(arguments, EXIT)));
	}

	/** Whether the IDE shall be closed; known even when the rest of the command line is wrong. */
	static boolean exitWanted(String[] arguments) {
		return contains(arguments, EXIT);
	}

	private static boolean contains(String[] arguments, String name) {
		for (String argument : arguments) {
			if (argument.equals(name)) {
				return true;
			}
		}
		return false;
	}

	private static Optional<String> value(String[] arguments, String name) {
		for (int i = 0; i < arguments.length; i++) {
			if (arguments[i].equals(name)) {
				if (i + 1 == arguments.length || arguments[i + 1].startsWith("-")) { //$NON-NLS-1$
					throw new IllegalArgumentException(NLS.bind(Messages.StartupOptions_no_value, name));
				}
				return Optional.of(arguments[i + 1]);
			}
		}
		return Optional.empty();
	}

	private static Path readable(String name) {
		try {
			Path path = Path.of(name);
			if (Files.isRegularFile(path) && Files.isReadable(path)) {
				return path;
			}
		} catch (InvalidPathException e) {
			throw new IllegalArgumentException(NLS.bind(Messages.StartupOptions_bad_image, name), e);
		}
		throw new IllegalArgumentException(NLS.bind(Messages.StartupOptions_bad_image, name));
	}

	private static Double speed(String text) {
		try {
			Double speed = Double.valueOf(text);
			if (speed.doubleValue() > 0) {
				return speed;
			}
		} catch (NumberFormatException e) {
			throw new IllegalArgumentException(NLS.bind(Messages.StartupOptions_bad_speed, text), e);
		}
		throw new IllegalArgumentException(NLS.bind(Messages.StartupOptions_bad_speed, text));
	}

	private static FirmwareVersion version(String text) {
		try {
			return FirmwareVersion.parse(text);
		} catch (IllegalArgumentException e) {
			throw new IllegalArgumentException(NLS.bind(Messages.StartupOptions_bad_version, text), e);
		}
	}
}
