/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What AWS tells everybody when a shadow changes.
 *
 * @param thingName the thing
 * @param shadowName name of the shadow, empty for the classic one
 * @param accepted the reply to the request
 * @param documents the state before and after; nothing if the shadow was deleted
 * @param delta what the device still has to do, if anything
 */
public record ShadowEvent(String thingName, String shadowName, ObjectNode accepted, Optional<ObjectNode> documents,
		Optional<ObjectNode> delta) {
}
