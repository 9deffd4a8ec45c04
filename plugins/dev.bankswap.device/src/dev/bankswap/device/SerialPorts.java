/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The serial ports of this machine, those of boards first. */
public final class SerialPorts {
	private static final Comparator<PortInfo> BOARDS_FIRST = Comparator.comparing((PortInfo port) -> !port.stLink())
			.thenComparing(port -> !port.usb()).thenComparing(PortInfo::name);

	private SerialPorts() {
	}

	/**
	 * Lists the ports. Asks the operating system each time, which takes less than a millisecond.
	 *
	 * @return ports of ST-LINK probes, then other USB ports, then the rest
	 */
	public static List<PortInfo> list() {
		return sorted(JSerialCommLine.ports());
	}

	/**
	 * Finds a device again after it was unplugged or got another name.
	 *
	 * @param known the port as it was
	 * @return the port that it has now, if it is there
	 */
	public static Optional<PortInfo> find(PortInfo known) {
		return list().stream().filter(known::sameDevice).findFirst();
	}

	static List<PortInfo> sorted(List<PortInfo> ports) {
		Set<String> names = new HashSet<>();
		ports.forEach(port -> names.add(port.name()));
		return ports.stream().filter(port -> !isDialInTwin(port, names)).sorted(BOARDS_FIRST).toList();
	}

	/** macOS lists each port twice; opening the {@code tty.} one would wait for a carrier that never comes. */
	private static boolean isDialInTwin(PortInfo port, Set<String> names) {
		return port.name().contains("/tty.") && names.contains(port.name().replace("/tty.", "/cu."));
	}
}
