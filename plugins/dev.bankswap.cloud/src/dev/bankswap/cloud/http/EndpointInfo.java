/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http;

/**
 * Where devices find the cloud.
 *
 * @param endpointHost the host name of the MQTT endpoint
 * @param mqttPort     its port
 */
public record EndpointInfo(String endpointHost, int mqttPort) {
}
