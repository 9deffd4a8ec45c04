/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator;

import java.util.Optional;

import dev.bankswap.board.BoardConfig;
import dev.bankswap.formats.FirmwareImage;
import dev.bankswap.formats.ImageCatalog;
import dev.bankswap.simulator.loop.Pace;

/**
 * What a simulated device is made from.
 *
 * @param name   what displays and messages call it
 * @param board  seed of the random numbers and timing of the hardware
 * @param pace   how fast simulated time may pass
 * @param image  what a programmer has put into bank 1, or nothing for a board with erased flash
 * @param images the images whose version is known, also those that will arrive over the air
 */
public record SimulatedDeviceOptions(String name, BoardConfig board, Pace pace,
		Optional<FirmwareImage> image, ImageCatalog images) {
}
