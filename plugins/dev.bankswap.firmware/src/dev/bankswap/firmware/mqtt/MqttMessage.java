/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.mqtt;

/**
 * A message that the broker delivered.
 *
 * @param topic   its topic
 * @param payload its payload; receivers must not change it
 * @param qos     0 or 1
 */
public record MqttMessage(String topic, byte[] payload, int qos) {
}
