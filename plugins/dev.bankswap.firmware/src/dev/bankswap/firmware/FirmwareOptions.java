/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware;

import java.util.EnumSet;
import java.util.Set;

import dev.bankswap.formats.FirmwareVersion;
import dev.bankswap.formats.ImageCatalog;

/**
 * What can be chosen about the firmware model.
 *
 * @param images         the known images; by them the model recognises the version of the image that it boots
 * @param unknownVersion version of an image that the catalogue does not know
 * @param network        how long the network takes
 * @param watchdogMs     time-out of the independent watchdog
 * @param switches       the behaviour switches that are on; unmodifiable
 */
public record FirmwareOptions(ImageCatalog images, FirmwareVersion unknownVersion, NetworkTiming network, long watchdogMs,
		Set<FirmwareSwitch> switches) {

	/**
	 * Returns the defaults: typical network, 10 s watchdog, version 0.9.1 (the source tree's default) for unknown images.
	 *
	 * @param images the known images
	 * @return the options
	 */
	public static FirmwareOptions defaults(ImageCatalog images) {
		Set<FirmwareSwitch> on = EnumSet.allOf(FirmwareSwitch.class);
		on.removeIf(each -> !each.byDefault());
		return new FirmwareOptions(images, new FirmwareVersion(0, 9, 1), NetworkTiming.typical(), 10_000, Set.copyOf(on));
	}

	/**
	 * Tells whether a switch is on.
	 *
	 * @param which the switch
	 * @return true if it is on
	 */
	public boolean has(FirmwareSwitch which) {
		return switches.contains(which);
	}

	/**
	 * Returns a copy with one switch changed.
	 *
	 * @param which the switch
	 * @param on    its new position
	 * @return the copy
	 */
	public FirmwareOptions with(FirmwareSwitch which, boolean on) {
		Set<FirmwareSwitch> changed = EnumSet.noneOf(FirmwareSwitch.class);
		changed.addAll(switches);
		if (on) {
			changed.add(which);
		} else {
			changed.remove(which);
		}
		return new FirmwareOptions(images, unknownVersion, network, watchdogMs, Set.copyOf(changed));
	}

	/**
	 * Returns a copy with another network.
	 *
	 * @param timing how long the network takes
	 * @return the copy
	 */
	public FirmwareOptions with(NetworkTiming timing) {
		return new FirmwareOptions(images, unknownVersion, timing, watchdogMs, switches);
	}
}
