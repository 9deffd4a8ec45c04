/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;

/**
 * The images whose version is known, so that the bytes in a flash bank can be given a version: a plain binary does not tell its
 * own.
 */
public final class ImageCatalog {

	/** Enough to tell almost all images apart before all their bytes are asked for. */
	private static final int PROBE = 64;

	private record Known(FirmwareImage image, FirmwareVersion version) {
	}

	private final List<Known> images = new CopyOnWriteArrayList<>();

	/**
	 * Adds an image.
	 *
	 * @param image the image
	 * @param version the version that it is known to have
	 */
	public void add(FirmwareImage image, FirmwareVersion version) {
		images.add(new Known(image, version));
	}

	/**
	 * Finds the image that a bank starts with.
	 *
	 * @param firstBytes tells, for a number n, the first n bytes of the bank
	 * @return the version of the largest known image that is in the bank completely
	 */
	public Optional<FirmwareVersion> identify(IntFunction<byte[]> firstBytes) {
		Known best = null;
		for (Known known : images) {
			boolean larger = best == null || known.image.size() > best.image.size();
			if (larger && isIn(known.image, firstBytes)) {
				best = known;
			}
		}
		return best == null ? Optional.empty() : Optional.of(best.version);
	}

	private static boolean isIn(FirmwareImage image, IntFunction<byte[]> firstBytes) {
		int probe = Math.min(PROBE, image.size());
		return matches(image, firstBytes.apply(probe), probe) && matches(image, firstBytes.apply(image.size()), image.size());
	}

	private static boolean matches(FirmwareImage image, byte[] bytes, int expected) {
		return bytes.length == expected && image.startsLike(bytes);
	}
}
