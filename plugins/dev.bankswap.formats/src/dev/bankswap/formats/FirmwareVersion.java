/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of the application, as the firmware's {@code appFirmwareVersion} holds it: a union of an unsigned 32-bit word and
 * {@code {build u16, minor u8, major u8}}.
 *
 * @param major 0 to 255
 * @param minor 0 to 255
 * @param build 0 to 65535
 */
public record FirmwareVersion(int major, int minor, int build) implements Comparable<FirmwareVersion> {

	/** Bytes that a version takes in the image. */
	public static final int SIZE = 4;

	private static final Pattern TEXT = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,5})");

	private static final Comparator<FirmwareVersion> ORDER = Comparator.comparingInt(FirmwareVersion::major)
			.thenComparingInt(FirmwareVersion::minor).thenComparingInt(FirmwareVersion::build);

	/**
	 * Checks the ranges.
	 *
	 * @param major 0 to 255
	 * @param minor 0 to 255
	 * @param build 0 to 65535
	 */
	public FirmwareVersion {
		requireRange("major", major, 0xFF);
		requireRange("minor", minor, 0xFF);
		requireRange("build", build, 0xFFFF);
	}

	/**
	 * Tells the version as the firmware compares it.
	 *
	 * @return {@code 0xMMmmbbbb}, to be taken as unsigned
	 */
	public int word() {
		return major << 24 | minor << 16 | build;
	}

	/**
	 * Takes a version word apart.
	 *
	 * @param word {@code 0xMMmmbbbb}
	 * @return the version
	 */
	public static FirmwareVersion ofWord(int word) {
		return new FirmwareVersion(word >>> 24, word >>> 16 & 0xFF, word & 0xFFFF);
	}

	/**
	 * Reads the usual notation.
	 *
	 * @param text such as {@code 1.1.0}
	 * @return the version
	 * @throws IllegalArgumentException if the text is not three numbers in their ranges
	 */
	public static FirmwareVersion parse(String text) throws IllegalArgumentException {
		Matcher parts = TEXT.matcher(text);
		if (!parts.matches()) {
			throw new IllegalArgumentException("\"" + text + "\" is not a version: it must look like 1.1.0.");
		}
		return new FirmwareVersion(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
	}

	@Override
	public int compareTo(FirmwareVersion other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return major + "." + minor + "." + build;
	}

	private static void requireRange(String part, int value, int max) {
		if (value < 0 || value > max) {
			throw new IllegalArgumentException("The " + part + " part of a version must be 0 to " + max + ", not " + value + ".");
		}
	}
}
