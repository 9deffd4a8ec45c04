/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.iot;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.http.rest.Json;
import dev.bankswap.cloud.http.rest.Page;
import dev.bankswap.cloud.http.rest.RestCall;
import dev.bankswap.cloud.http.rest.Routes;
import dev.bankswap.cloud.http.rest.TextRule;
import dev.bankswap.cloud.service.OtaUpdate;
import dev.bankswap.cloud.service.OtaUpdateService;

/** OTA updates. */
final class OtaUpdateOperations {

	private static final TextRule STATUS = TextRule.oneOf("CREATE_PENDING", "CREATE_IN_PROGRESS", "CREATE_COMPLETE",
			"CREATE_FAILED", "DELETE_IN_PROGRESS", "DELETE_FAILED");

	private static final String ID = "otaUpdateId";

	private final OtaUpdateService updates;

	OtaUpdateOperations(OtaUpdateService updates) {
		this.updates = updates;
	}

	void addTo(Routes routes) {
		routes.add("POST", "/otaUpdates/{otaUpdateId}", this::create).add("GET", "/otaUpdates/{otaUpdateId}", this::get)
				.add("GET", "/otaUpdates", this::list).add("DELETE", "/otaUpdates/{otaUpdateId}", this::delete);
	}

	private ObjectNode create(RestCall call) {
		OtaUpdate update = updates.create(OtaUpdateReader.request(call.label(ID, Shapes.STREAM_ID), call.body()));
		return Json.object().put(ID, update.request().id()).put("awsIotJobId", update.jobId())
				.put("otaUpdateArn", update.arn()).put("awsIotJobArn", update.jobArn())
				.put("otaUpdateStatus", update.status().name());
	}

	private ObjectNode get(RestCall call) {
		OtaUpdate update = updates.get(call.label(ID, Shapes.STREAM_ID));
		return Json.object().set("otaUpdateInfo", OtaUpdateWriter.info(update));
	}

	private ObjectNode list(RestCall call) {
		Optional<String> status = call.parameter("otaUpdateStatus", STATUS);
		List<OtaUpdate> found = updates.list().stream()
				.filter(update -> status.map(update.status().name()::equals).orElse(true)).toList();
		Page<OtaUpdate> page = call.page(found, "maxResults", "nextToken", Shapes.MAX_PAGE);
		ObjectNode reply = Json.object();
		ArrayNode list = reply.putArray("otaUpdates");
		for (OtaUpdate update : page.items()) {
			list.addObject().put(ID, update.request().id()).put("otaUpdateArn", update.arn()).put("creationDate",
					Json.time(update.created()));
		}
		page.next().ifPresent(token -> reply.put("nextToken", token));
		return reply;
	}

	private ObjectNode delete(RestCall call) {
		updates.delete(call.label(ID, Shapes.STREAM_ID), call.flag("deleteStream"), call.flag("forceDeleteAWSJob"));
		return Json.object();
	}
}
