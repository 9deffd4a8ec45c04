/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware;

import java.util.function.Consumer;

import dev.bankswap.board.Board;
import dev.bankswap.board.Firmware;
import dev.bankswap.board.InternalFlash;
import dev.bankswap.firmware.app.Applications;
import dev.bankswap.firmware.boot.AppMain;
import dev.bankswap.firmware.net.MqttWire;
import dev.bankswap.firmware.net.NetworkControl;
import dev.bankswap.formats.FirmwareVersion;

/**
 * The {@code aws_ri} application. One instance serves a board through all its resets, because it holds only wiring; each
 * boot makes new global objects. Which version runs is decided by the image in the active bank.
 */
public final class AwsRiFirmware implements Firmware {

	private final FirmwareOptions options;

	private final MqttWire wire;

	private final Consumer<FirmwareContext> applications;

	private final FirmwareEvents events = new FirmwareEvents();

	private final NetworkControl network = new NetworkControl();

	/**
	 * Creates the application.
	 *
	 * @param options what can be chosen about it
	 * @param wire    its network
	 */
	public AwsRiFirmware(FirmwareOptions options, MqttWire wire) {
		this(options, wire, Applications::start);
	}

	AwsRiFirmware(FirmwareOptions options, MqttWire wire, Consumer<FirmwareContext> applications) {
		this.options = options;
		this.wire = wire;
		this.applications = applications;
	}

	/**
	 * Adds a listener; it stays through resets.
	 *
	 * @param listener told what the firmware does
	 */
	public void addListener(FirmwareListener listener) {
		events.add(listener);
	}

	/**
	 * Removes a listener.
	 *
	 * @param listener one that was added before
	 */
	public void removeListener(FirmwareListener listener) {
		events.remove(listener);
	}

	/**
	 * Returns the surroundings on which the network of the board depends.
	 *
	 * @return the control; it stays through resets
	 */
	public NetworkControl network() {
		return network;
	}

	@Override
	public void boot(Board board, int resetFlags) {
		FirmwareContext context = new FirmwareContext(board, options, wire, network, events, runningVersion(board.flash()));
		new AppMain(context, applications).run(resetFlags);
	}

	private FirmwareVersion runningVersion(InternalFlash flash) {
		int bank = flash.activeBank();
		return options.images().identify(length -> flash.readBank(bank, 0, length)).orElse(options.unknownVersion());
	}
}
