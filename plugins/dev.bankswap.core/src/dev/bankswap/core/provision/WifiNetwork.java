/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

/**
 * A Wi-Fi network for the board.
 *
 * @param ssid its name
 * @param credential its password
 */
public record WifiNetwork(String ssid, Secret credential) {
}
