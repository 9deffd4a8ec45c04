/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.Optional;

/**
 * Who asks for something: what policy variables are resolved with.
 *
 * @param clientId MQTT client id
 * @param certificateId id of the certificate
 * @param thingName the thing of this name that the certificate is attached to, if the client id is a thing's name
 */
public record ConnectionContext(String clientId, String certificateId, Optional<String> thingName) {
}
