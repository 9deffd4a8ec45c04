/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The form of a metrics report: all names long or all names short, nothing unknown, every value in its range.
 */
final class MetricsReport {

	private static final int MAX_PORT = 65_535;

	private static final Pattern VERSION = Pattern.compile("[0-9]{1,4}\\.[0-9]{1,4}");

	private static final Pattern METRIC_NAME = Pattern.compile("[a-zA-Z0-9:_-]{1,128}");

	private static final Pattern REMOTE = Pattern.compile("(\\[[0-9a-fA-F:.]+\\]|[0-9a-fA-F:.]+):[0-9]{1,5}");

	private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

	private static final Map<String, String> SHORT = Map.ofEntries(Map.entry("header", "hed"), Map.entry("report_id", "rid"),
			Map.entry("version", "v"), Map.entry("metrics", "met"), Map.entry("custom_metrics", "cmet"),
			Map.entry("network_stats", "ns"), Map.entry("bytes_in", "bi"), Map.entry("bytes_out", "bo"),
			Map.entry("packets_in", "pi"), Map.entry("packets_out", "po"), Map.entry("listening_tcp_ports", "tp"),
			Map.entry("listening_udp_ports", "up"), Map.entry("ports", "pts"), Map.entry("port", "pt"),
			Map.entry("interface", "if"), Map.entry("total", "t"), Map.entry("tcp_connections", "tc"),
			Map.entry("established_connections", "ec"), Map.entry("connections", "cs"), Map.entry("remote_addr", "rad"),
			Map.entry("local_port", "lp"), Map.entry("local_interface", "li"));

	private final boolean abbreviated;

	private MetricsReport(boolean abbreviated) {
		this.abbreviated = abbreviated;
	}

	/**
	 * Checks a report.
	 *
	 * @param report the report
	 * @return its number
	 * @throws ServiceException if it is malformed
	 */
	static long check(ObjectNode report) {
		return new MetricsReport(report.has("hed")).checked(report);
	}

	static ServiceException malformed() {
		return new ServiceException("InvalidPayload", 400, "Malformed metrics report");
	}

	private long checked(ObjectNode report) {
		if (!report.path(name("header")).isObject()) {
			throw new ServiceException("MissingHeader", 400, "Malformed metrics report");
		}
		JsonNode header = object(report, "header", "report_id", "version").orElseThrow(MetricsReport::malformed);
		JsonNode id = header.path(name("report_id"));
		require(id.isIntegralNumber() && id.canConvertToLong() && header.path(name("version")).isTextual()
				&& VERSION.matcher(header.path(name("version")).textValue()).matches());
		only(report, "header", "metrics", "custom_metrics");
		require(report.has(name("metrics")) || report.has(name("custom_metrics")));
		object(report, "metrics", "network_stats", "listening_tcp_ports", "listening_udp_ports", "tcp_connections")
				.ifPresent(this::metrics);
		custom(report.path(name("custom_metrics")));
		return id.longValue();
	}

	private void metrics(JsonNode metrics) {
		object(metrics, "network_stats", "bytes_in", "bytes_out", "packets_in", "packets_out")
				.ifPresent(stats -> stats.forEach(each -> require(count(each))));
		for (String protocol : new String[] { "listening_tcp_ports", "listening_udp_ports" }) {
			object(metrics, protocol, "ports", "total").ifPresent(listening -> listed(listening, "ports", this::port));
		}
		object(metrics, "tcp_connections", "established_connections")
				.flatMap(tcp -> object(tcp, "established_connections", "connections", "total"))
				.ifPresent(established -> listed(established, "connections", this::connection));
	}

	private void listed(JsonNode block, String list, Predicate<JsonNode> valid) {
		JsonNode elements = block.path(name(list));
		require(elements.isMissingNode() || elements.isArray());
		elements.forEach(each -> require(each.isObject() && valid.test(each)));
		require(!block.has(name("total")) || count(block.path(name("total"))));
	}

	private boolean port(JsonNode port) {
		only(port, "port", "interface");
		return portNumber(port.path(name("port"))) && optionalText(port.path(name("interface")));
	}

	private boolean connection(JsonNode connection) {
		only(connection, "remote_addr", "local_port", "local_interface");
		JsonNode remote = connection.path(name("remote_addr"));
		JsonNode local = connection.path(name("local_port"));
		return remote.isTextual() && REMOTE.matcher(remote.textValue()).matches() && (local.isMissingNode() || portNumber(local))
				&& optionalText(connection.path(name("local_interface")));
	}

	/** Each custom metric is an array with one object with one member that names its type. */
	private static void custom(JsonNode metrics) {
		require(metrics.isMissingNode() || metrics.isObject());
		metrics.properties().forEach(metric -> {
			JsonNode value = metric.getValue().path(0);
			require(METRIC_NAME.matcher(metric.getKey()).matches() && metric.getValue().isArray() && metric.getValue().size() == 1
					&& value.isObject() && value.size() == 1);
			require(value.path("number").isNumber() || all(value.path("number_list"), JsonNode::isNumber)
					|| all(value.path("string_list"), JsonNode::isTextual)
					|| all(value.path("ip_list"), each -> each.isTextual() && ADDRESS.matcher(each.textValue()).matches()));
		});
	}

	private static boolean all(JsonNode list, Predicate<JsonNode> valid) {
		boolean fine = list.isArray();
		for (JsonNode each : list) {
			fine &= valid.test(each);
		}
		return fine;
	}

	/** A member that may be missing, is an object otherwise, and has none but the given members. */
	private Optional<JsonNode> object(JsonNode parent, String member, String... members) {
		JsonNode node = parent.path(name(member));
		require(node.isMissingNode() || node.isObject());
		only(node, members);
		return node.isObject() ? Optional.of(node) : Optional.empty();
	}

	private void only(JsonNode node, String... members) {
		Set<String> known = Arrays.stream(members).map(this::name).collect(Collectors.toSet());
		node.fieldNames().forEachRemaining(field -> require(known.contains(field)));
	}

	private String name(String longName) {
		return abbreviated ? SHORT.getOrDefault(longName, longName) : longName;
	}

	private static boolean count(JsonNode node) {
		return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0;
	}

	private static boolean portNumber(JsonNode node) {
		return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() > 0 && node.intValue() <= MAX_PORT;
	}

	private static boolean optionalText(JsonNode node) {
		return node.isMissingNode() || node.isTextual();
	}

	private static void require(boolean condition) {
		if (!condition) {
			throw malformed();
		}
	}
}
