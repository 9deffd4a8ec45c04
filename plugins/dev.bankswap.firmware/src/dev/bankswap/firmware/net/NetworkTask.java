/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.net;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.NetworkTiming;
import dev.bankswap.firmware.kernel.Heap;
import dev.bankswap.firmware.kernel.HeapUse;
import dev.bankswap.firmware.kernel.SystemEvents;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.kvstore.KvKey;
import dev.bankswap.firmware.log.Logger;

/**
 * The task {@code MxNet}, which brings the Wi-Fi module up and keeps it associated ({@code mx_netconn.c}). The module, the
 * access point and the DHCP server are delays only. Without a network name in the configuration there is no network.
 */
public final class NetworkTask {

	private static final String SOURCE = "mx_netconn.c";

	private static final String MODULE_FIRMWARE = "V2.3.4";
	private static final String MODULE_ADDRESS = "C4:7F:51:02:D1:5A";
	private static final String ADDRESS = "192.168.1.42";
	private static final String GATEWAY = "192.168.1.1";
	private static final String NETMASK = "255.255.255.0";

	/** Address lines are printed by a function in a header; they name its line. */
	private static final int ADDRESS_LINE = 58;

	private static final long CONNECT_TIMEOUT_MS = 120_000;
	private static final long RETRY_MS = 30_000;
	private static final int DHCP_PACKETS = 2;
	private static final long PACKET_NANOS = 60_000;
	private static final int DHCP_PORT = 68;
	private static final int IPERF_PORT = 5001;

	private final FirmwareContext context;
	private final NetworkStack network;
	private final NetworkTiming timing;
	private final Logger log;
	private final Task task;

	/**
	 * Creates the task; it waits for {@link #start()}.
	 *
	 * @param context    the running firmware
	 * @param network    the network stack
	 */
	public NetworkTask(FirmwareContext context, NetworkStack network) {
		this.context = context;
		this.network = network;
		this.timing = context.options().network();
		this.log = context.log();
		this.task = context.kernel().createTask("MxNet", 23, 1024);
	}

	/** Starts the task. */
	public void start() {
		task.run(this::initialise);
	}

	private void initialise() {
		Heap heap = context.kernel().heap();
		heap.allocate(HeapUse.WIFI_DRIVER);
		heap.allocate(HeapUse.TCP_IP);
		Task stack = context.kernel().createTask("lwIP", 25, 512);
		Task data = context.kernel().createTask("MxData", 25, 512);
		context.kernel().createTask("MxCtrl", 24, 512);
		network.statistics().onPackets(count -> {
			stack.charge(count * PACKET_NANOS);
			data.charge(count * PACKET_NANOS);
			heap.pass(HeapUse.PACKET);
		});
		task.after(timing.wifiModuleDelayMs(), this::addInterface);
	}

	private void addInterface() {
		log.info(SOURCE, 340, "Firmware Version:   %s", MODULE_FIRMWARE);
		log.info(SOURCE, 341, "HW Address:         %s", MODULE_ADDRESS);
		context.kernel().events().set(SystemEvents.NET_INIT);
		log.info(SOURCE, 532, "Administrative UP event.");
		associate();
	}

	private void associate() {
		if (context.kv().string(KvKey.WIFI_SSID).isEmpty()) {
			task.after(CONNECT_TIMEOUT_MS, this::notAssociated);
		} else {
			task.after(timing.associationMs(), this::linkUp);
		}
	}

	private void notAssociated() {
		log.error(SOURCE, 402, "Failed to connect to access point.");
		task.after(RETRY_MS, this::associate);
	}

	private void linkUp() {
		log.info(SOURCE, 525, "Link UP event.");
		log.info(SOURCE, 529, "Starting DHCP.");
		network.sockets().openUdp(DHCP_PORT);
		log.sys(SOURCE, 530, "Network Link Up.");
		task.after(timing.dhcpMs(), this::addressObtained);
	}

	private void addressObtained() {
		network.statistics().exchange(DHCP_PACKETS, DHCP_PACKETS);
		log.sys(SOURCE, 512, "IP Address Change.");
		logAddress("IP Address:", ADDRESS);
		logAddress("Gateway:", GATEWAY);
		logAddress("Netmask:", NETMASK);
		network.sockets().listen(IPERF_PORT);
		log.sys(SOURCE, 518, "Started Iperf server");
		context.kernel().events().set(SystemEvents.NET_CONNECTED);
	}

	private void logAddress(String label, String address) {
		log.sys(SOURCE, ADDRESS_LINE, "%-12s%s", label, address);
	}
}
