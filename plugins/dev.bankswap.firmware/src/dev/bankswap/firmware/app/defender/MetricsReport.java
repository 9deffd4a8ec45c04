/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.app.defender;

import java.util.List;

import dev.bankswap.firmware.codec.CborWriter;
import dev.bankswap.firmware.net.NetworkStack;
import dev.bankswap.firmware.net.NetworkStatistics;
import dev.bankswap.firmware.net.SocketTable;

/**
 * The report in CBOR with short keys ({@code metrics_collector_lwip.c}). The outer map and the map of metrics are of
 * indefinite length. The counters are totals since boot, although the service calls them deltas.
 */
final class MetricsReport {

	/**
	 * The name of the loopback interface. Sockets are not bound to an interface, and for those the firmware looks up the
	 * default interface by its number where lwIP wants its index, which is one more; so it always finds its neighbour.
	 */
	private static final String INTERFACE = "lo0";

	private final NetworkStack network;
	private final CborWriter out = new CborWriter();

	MetricsReport(NetworkStack network) {
		this.network = network;
	}

	byte[] encode(long reportId) {
		out.openMap().text("hed").map(2).text("rid").number(reportId).text("v").text("1.0");
		out.text("met").openMap();
		counters(network.statistics());
		ports("tp", network.sockets().tcpListeners());
		ports("up", network.sockets().udpPorts());
		connections(network.sockets().connections());
		return out.end().end().toByteArray();
	}

	private void counters(NetworkStatistics statistics) {
		out.text("ns").map(4).text("pi").number(statistics.packetsIn()).text("po").number(statistics.packetsOut());
		out.text("bi").number(statistics.bytesIn()).text("bo").number(statistics.bytesOut());
	}

	private void ports(String key, List<Integer> ports) {
		out.text(key);
		total(ports.size(), "pts");
		ports.forEach(port -> out.map(2).text("if").text(INTERFACE).text("pt").number(port));
	}

	private void connections(List<SocketTable.Connection> connections) {
		out.text("tc").map(1).text("ec");
		total(connections.size(), "cs");
		connections.forEach(each -> out.map(3).text("rad").text(each.remote()).text("li").text(INTERFACE).text("lp")
				.number(each.localPort()));
	}

	/** Begins a map of the total and the list of the details, which is left out if it would be empty. */
	private void total(int count, String list) {
		out.map(count == 0 ? 1 : 2).text("t").number(count);
		if (count > 0) {
			out.text(list).array(count);
		}
	}
}
