/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Device Defender: checks the reports of the devices and keeps the latest ones.
 */
public final class DefenderService {

	/** How many reports of a thing are kept. */
	public static final int KEPT = 20;

	private static final int MAX_REPORT = 128 * 1024;

	private final CloudServices services;

	private final Map<String, Deque<DefenderReport>> reports = new LinkedHashMap<>();

	DefenderService(CloudServices services) {
		this.services = services;
	}

	/**
	 * Takes a report. Numbers that repeat or fall are accepted: devices count from the start again after a reset.
	 *
	 * @param thingName the thing
	 * @param report the report; nothing if the payload could not be read
	 * @return the report as it is kept
	 * @throws ServiceException with a code of Device Defender if the report is refused
	 */
	public DefenderReport accept(String thingName, Optional<ObjectNode> report) {
		ObjectNode content = report.filter(node -> node.toString().length() <= MAX_REPORT).orElseThrow(MetricsReport::malformed);
		long id = MetricsReport.check(content);
		DefenderReport accepted = new DefenderReport(thingName, id, services.clock().instant(), content);
		synchronized (services.lock()) {
			if (services.things().exists(thingName)) {
				Deque<DefenderReport> kept = reports.computeIfAbsent(thingName, key -> new ArrayDeque<>());
				kept.addFirst(accepted);
				while (kept.size() > KEPT) {
					kept.removeLast();
				}
			}
		}
		return accepted;
	}

	/**
	 * The latest reports of a thing.
	 *
	 * @param thingName the thing
	 * @return at most {@link #KEPT} reports, the newest first
	 * @throws ServiceException if there is no such thing
	 */
	public List<DefenderReport> reports(String thingName) {
		synchronized (services.lock()) {
			return List.copyOf(reports.getOrDefault(services.things().get(thingName).name(), new ArrayDeque<>()));
		}
	}

	void thingDeleted(String thingName) {
		reports.remove(thingName);
	}
}
