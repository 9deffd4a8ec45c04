/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The MQTT agent: an MQTT 3.1.1 client of its own that mirrors coreMQTT and its agent task, with subscription manager and reconnection. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.firmware.mqtt;
