/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The network of the board as the firmware sees it: bringing the Wi-Fi module up, and the wire on which MQTT over TLS runs. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.firmware.net;
