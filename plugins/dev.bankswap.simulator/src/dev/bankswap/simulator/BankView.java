/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator;

import java.util.Optional;

import dev.bankswap.formats.FirmwareVersion;

/**
 * What a display shows of one physical flash bank.
 *
 * @param bank            physical bank, 1 or 2
 * @param active          whether the core executes from it now (it is mapped at 0x08000000)
 * @param version         version of the image in it, if the image is known
 * @param programmedBytes bytes from the start of the bank up to the highest programmed quad-word
 * @param role            what the bank is for at this moment
 */
public record BankView(int bank, boolean active, Optional<FirmwareVersion> version, int programmedBytes, BankRole role) {
}
