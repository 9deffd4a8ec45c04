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

/**
 * Device Defender: takes a metrics report that has a header and at least one block of metrics.
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
		JsonNode id = report.map(DefenderTopics::reportId).orElse(Json.object().missingNode());
		String refusal = report.isEmpty() ? "InvalidPayload" : !id.isIntegralNumber() ? "MissingHeader" : hasMetrics(report.get()) ? ""
				: "InvalidPayload";
		ObjectNode reply = Json.object().put("thingName", request.thing());
		if (id.isIntegralNumber()) {
			reply.set("reportId", id);
		}
		reply.put("status", refusal.isEmpty() ? "ACCEPTED" : "REJECTED");
		if (!refusal.isEmpty()) {
			reply.putObject("statusDetails").put("ErrorCode", refusal).put("ErrorMessage", "Malformed metrics report");
		}
		reply.put("timestamp", services.clock().millis());
		publisher.publish(request.topic() + (refusal.isEmpty() ? "/accepted" : "/rejected"), format.write(reply), 0);
	}

	private static JsonNode reportId(ObjectNode report) {
		JsonNode header = report.has("hed") ? report.path("hed") : report.path("header");
		return header.has("rid") ? header.path("rid") : header.path("report_id");
	}

	private static boolean hasMetrics(ObjectNode report) {
		return report.path("met").isObject() || report.path("metrics").isObject() || report.path("cmet").isObject()
				|| report.path("custom_metrics").isObject();
	}
}
