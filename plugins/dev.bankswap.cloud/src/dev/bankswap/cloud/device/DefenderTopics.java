/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.device;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.device.ReservedTopics.Request;
import dev.bankswap.cloud.service.CloudServices;
import dev.bankswap.cloud.service.ServiceException;

/**
 * Device Defender over MQTT: replies are in the encoding of the report.
 */
final class DefenderTopics implements ReservedTopics.Handler {

	private final CloudServices services;

	private final Publisher publisher;

	DefenderTopics(CloudServices services, Publisher publisher) {
		this.services = services;
		this.publisher = publisher;
	}

	@Override
	public boolean handle(Request request) {
		if (request.path().size() != 2 || !"metrics".equals(request.path().get(0))) {
			return false;
		}
		Optional<Json> encoding = Json.of(request.path().get(1));
		encoding.ifPresent(format -> answer(request, format));
		return encoding.isPresent();
	}

	private void answer(Request request, Json format) {
		Optional<ObjectNode> report = format.read(request.payload());
		ObjectNode reply = Json.object().put("thingName", request.thing());
		report.map(DefenderTopics::reportId).filter(JsonNode::isIntegralNumber).ifPresent(id -> reply.set("reportId", id));
		String outcome = "/accepted";
		try {
			services.defender().accept(request.thing(), report);
			reply.put("status", "ACCEPTED");
		} catch (ServiceException e) {
			outcome = "/rejected";
			reply.put("status", "REJECTED").putObject("statusDetails").put("ErrorCode", e.code()).put("ErrorMessage", e.getMessage());
		}
		reply.put("timestamp", services.clock().millis());
		publisher.publish(request.topic() + outcome, format.write(reply), 0);
	}

	private static JsonNode reportId(ObjectNode report) {
		JsonNode header = report.has("hed") ? report.path("hed") : report.path("header");
		return header.has("rid") ? header.path("rid") : header.path("report_id");
	}
}
