/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.device;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.service.JobStatus;
import dev.bankswap.cloud.service.JobUpdate;
import dev.bankswap.cloud.service.ServiceException;

/**
 * The parameters of a jobs request, each checked when it is read.
 */
final class JobRequestBody {

	static final int MAX_TOKEN = 64;

	private static final int MAX_STEP_TIMEOUT = 10_080;

	private final ObjectNode body;

	JobRequestBody(ObjectNode body) {
		this.body = body;
	}

	Optional<String> clientToken() {
		Optional<String> token = text("clientToken");
		if (token.isPresent() && token.get().getBytes(StandardCharsets.UTF_8).length > MAX_TOKEN) {
			throw ServiceException.invalid("clientToken is longer than " + MAX_TOKEN + " bytes");
		}
		return token;
	}

	boolean wanted(String flag, boolean preset) {
		JsonNode node = body.path(flag);
		if (node.isMissingNode() || node.isNull()) {
			return preset;
		}
		if (!node.isBoolean()) {
			throw ServiceException.invalid(flag + " must be true or false");
		}
		return node.booleanValue();
	}

	OptionalLong executionNumber() {
		return number("executionNumber");
	}

	Optional<Map<String, String>> statusDetails() {
		JsonNode node = body.path("statusDetails");
		if (node.isMissingNode() || node.isNull()) {
			return Optional.empty();
		}
		if (!node.isObject()) {
			throw ServiceException.invalid("statusDetails must be an object");
		}
		Map<String, String> details = new LinkedHashMap<>();
		node.properties().forEach(entry -> {
			if (!entry.getValue().isTextual()) {
				throw ServiceException.invalid("statusDetails." + entry.getKey() + " must be a text");
			}
			details.put(entry.getKey(), entry.getValue().textValue());
		});
		return Optional.of(details);
	}

	JobUpdate update() {
		String status = text("status").orElseThrow(() -> ServiceException.invalid("status is required"));
		return new JobUpdate(reported(status), statusDetails(), number("expectedVersion"), executionNumber());
	}

	void checkStepTimeout() {
		number("stepTimeoutInMinutes").ifPresent(minutes -> {
			if (minutes != -1 && (minutes < 1 || minutes > MAX_STEP_TIMEOUT)) {
				throw ServiceException.invalid("stepTimeoutInMinutes must be -1 or 1 to " + MAX_STEP_TIMEOUT);
			}
		});
	}

	private static JobStatus reported(String status) {
		switch (status) {
			case "IN_PROGRESS":
			case "SUCCEEDED":
			case "FAILED":
			case "REJECTED":
				return JobStatus.valueOf(status);
			default:
				throw ServiceException.invalid("status must be IN_PROGRESS, SUCCEEDED, FAILED or REJECTED");
		}
	}

	private Optional<String> text(String name) {
		JsonNode node = body.path(name);
		if (node.isMissingNode() || node.isNull()) {
			return Optional.empty();
		}
		if (!node.isTextual()) {
			throw ServiceException.invalid(name + " must be a text");
		}
		return Optional.of(node.textValue());
	}

	private OptionalLong number(String name) {
		JsonNode node = body.path(name);
		if (node.isMissingNode() || node.isNull()) {
			return OptionalLong.empty();
		}
		// one old client library sends numbers as texts; the service takes them
		if (node.isTextual() && node.textValue().matches("-?[0-9]{1,18}")) {
			return OptionalLong.of(Long.parseLong(node.textValue()));
		}
		if (!node.canConvertToExactIntegral() || !node.canConvertToLong()) {
			throw ServiceException.invalid(name + " must be a whole number");
		}
		return OptionalLong.of(node.longValue());
	}
}
