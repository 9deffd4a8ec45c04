/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/**
 * The MQTT broker of the device port: sessions, subscriptions, delivery and authorization.
 */
@NonNullByDefault
package dev.bankswap.cloud.mqtt;

import org.eclipse.jdt.annotation.NonNullByDefault;
