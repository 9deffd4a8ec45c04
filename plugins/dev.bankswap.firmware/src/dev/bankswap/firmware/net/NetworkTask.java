/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.net;

import java.util.EnumSet;
import java.util.Set;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.NetworkTiming;
import dev.bankswap.firmware.kernel.Heap;
import dev.bankswap.firmware.kernel.HeapUse;
import dev.bankswap.firmware.kernel.SystemEvents;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.kernel.Timer;
import dev.bankswap.firmware.kvstore.KvKey;
import dev.bankswap.firmware.log.Logger;

/**
 * The task {@code MxNet}, which brings the Wi-Fi module up and keeps it associated ({@code mx_netconn.c}). The module, the
 * access point and the DHCP server are delays, and whether they work is up to {@link NetworkControl}. Without a network name in the configuration there is no network.
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
	private static final long MODULE_TIMEOUT_MS = 1_000;
	private static final long MODULE_RETRY_MS = 10_000;
	private static final int DHCP_FAST_TRIES = 6;
	private static final long DHCP_SLOW_SECONDS = 60;
	private static final long MS_PER_SECOND = 1_000;
	private static final int DHCP_PACKETS = 2;
	private static final long PACKET_NANOS = 60_000;
	private static final int DHCP_PORT = 68;
	private static final int IPERF_PORT = 5001;

	/** What the module has told. */
	private enum State {
		DOWN, CONNECTING, UP
	}

	private final FirmwareContext context;
	private final NetworkStack network;
	private final NetworkTiming timing;
	private final Logger log;
	private final Task task;
	private final Set<HeapUse> held = EnumSet.noneOf(HeapUse.class);

	private State state = State.DOWN;
	private Timer step = NetworkTask::nothing;
	private Timer giveUp = NetworkTask::nothing;
	private boolean downEventPending;

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
		context.networkControl().onLinkChange(() -> task.run(this::linkChanged));
		task.after(timing.wifiModuleDelayMs(), this::queryModule);
	}

	private void queryModule() {
		if (context.networkControl().moduleAnswers()) {
			addInterface();
		} else {
			task.after(MODULE_TIMEOUT_MS, () -> {
				log.error(SOURCE, 320, "Error while querying module firmware revision.");
				task.after(MODULE_RETRY_MS, this::queryModule);
			});
		}
	}

	private void addInterface() {
		log.info(SOURCE, 340, "Firmware Version:   %s", MODULE_FIRMWARE);
		log.info(SOURCE, 341, "HW Address:         %s", MODULE_ADDRESS);
		context.kernel().events().set(SystemEvents.NET_INIT);
		log.info(SOURCE, 525, "Administrative UP event.");
		associate();
	}

	/** The module tries for two minutes, during which an access point may appear. */
	private void associate() {
		state = State.CONNECTING;
		giveUp = task.after(CONNECT_TIMEOUT_MS, this::notAssociated);
		tryAssociation();
	}

	private void tryAssociation() {
		if (context.networkControl().linkIsUp() && !context.kv().string(KvKey.WIFI_SSID).isEmpty()) {
			step = task.after(timing.associationMs(), this::linkUp);
		}
	}

	private void notAssociated() {
		step.cancel();
		state = State.DOWN;
		log.error(SOURCE, 293, "Failed to connect to access point.");
		if (downEventPending) {
			downEventPending = false;
			log.info(SOURCE, 540, "Administrative DOWN event.");
		}
		task.after(RETRY_MS, this::associate);
	}

	private void linkChanged() {
		boolean up = context.networkControl().linkIsUp();
		if (state == State.CONNECTING) {
			step.cancel();
			tryAssociation();
		} else if (state == State.UP && !up) {
			linkLost();
		}
	}

	/** The administrative event waits until the task is done with its next attempt to associate. */
	private void linkLost() {
		step.cancel();
		log.sys(SOURCE, 552, "Network Link Down.");
		context.kernel().events().clear(SystemEvents.NET_CONNECTED);
		network.sockets().closeUdp(DHCP_PORT);
		network.abortConnections();
		downEventPending = true;
		associate();
	}

	private void linkUp() {
		giveUp.cancel();
		downEventPending = false;
		state = State.UP;
		log.info(SOURCE, 532, "Link UP event.");
		log.info(SOURCE, 529, "Starting DHCP.");
		hold(HeapUse.DHCP);
		network.sockets().openUdp(DHCP_PORT);
		log.sys(SOURCE, 536, "Network Link Up.");
		requestAddress(1);
	}

	/** lwIP waits twice as long after each try, up to a minute, and says nothing. */
	private void requestAddress(int tries) {
		if (context.networkControl().dhcpAnswers()) {
			step = task.after(timing.dhcpMs(), this::addressObtained);
		} else {
			network.statistics().exchange(1, 0);
			long seconds = tries < DHCP_FAST_TRIES ? 1L << tries : DHCP_SLOW_SECONDS;
			step = task.after(seconds * MS_PER_SECOND, () -> requestAddress(tries + 1));
		}
	}

	private void addressObtained() {
		network.statistics().exchange(DHCP_PACKETS, DHCP_PACKETS);
		log.sys(SOURCE, 512, "IP Address Change.");
		logAddress("IP Address:", ADDRESS);
		logAddress("Gateway:", GATEWAY);
		logAddress("Netmask:", NETMASK);
		hold(HeapUse.IPERF);
		network.sockets().listen(IPERF_PORT);
		log.sys(SOURCE, 518, "Started Iperf server");
		context.kernel().events().set(SystemEvents.NET_CONNECTED);
	}

	/** What the first connection takes from the heap is used again by the next one. */
	private void hold(HeapUse use) {
		if (held.add(use)) {
			context.kernel().heap().allocate(use);
		}
	}

	private void logAddress(String label, String address) {
		log.sys(SOURCE, ADDRESS_LINE, "%-12s%s", label, address);
	}

	private static void nothing() {
		// nothing is waited for
	}
}
