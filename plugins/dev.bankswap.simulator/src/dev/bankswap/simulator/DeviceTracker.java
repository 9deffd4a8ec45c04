/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.bankswap.board.Board;
import dev.bankswap.board.BoardEvent;
import dev.bankswap.board.Led;
import dev.bankswap.firmware.FirmwareEvent;
import dev.bankswap.formats.FirmwareVersion;
import dev.bankswap.formats.ImageCatalog;
import dev.bankswap.formats.PalState;

/** Turns the events of board and firmware into what displays show. Used on the simulation thread only. */
final class DeviceTracker {

	private final Board board;
	private final ImageCatalog images;
	private PalState pal = PalState.NOT_INITIALIZED;
	private String otaState = ""; //$NON-NLS-1$
	private boolean running;
	private boolean connected;
	private int received;
	private int total;
	private boolean green;
	private boolean red;
	private final Map<Integer, FirmwareVersion> versions = new HashMap<>();

	DeviceTracker(Board board, ImageCatalog images) {
		this.board = board;
		this.images = images;
		identify(1);
		identify(2);
	}

	/**
	 * Takes an event of the hardware.
	 *
	 * @param event what happened
	 * @return whether displays should look again
	 */
	boolean board(BoardEvent event) {
		if (event instanceof BoardEvent.BankErased erased) {
			versions.remove(erased.bank());
			received = 0;
		} else if (event instanceof BoardEvent.Reset || event instanceof BoardEvent.PoweredOff) {
			stopped();
		} else if (event instanceof BoardEvent.Booted) {
			running = true;
			identify(1);
			identify(2);
		} else if (event instanceof BoardEvent.BootFailed || event instanceof BoardEvent.FirmwareFault) {
			running = false;
		} else if (event instanceof BoardEvent.LedChanged led) {
			green = led.led() == Led.GREEN ? led.lit() : green;
			red = led.led() == Led.RED ? led.lit() : red;
		}
		return true;
	}

	private void stopped() {
		running = false;
		connected = false;
		otaState = ""; //$NON-NLS-1$
		pal = PalState.NOT_INITIALIZED;
		green = false;
		red = false;
	}

	/**
	 * Takes an event of the firmware.
	 *
	 * @param event what happened
	 * @return whether displays should look again
	 */
	boolean firmware(FirmwareEvent event) {
		if (event instanceof FirmwareEvent.OtaStateChanged changed) {
			otaState = changed.to();
		} else if (event instanceof FirmwareEvent.PalStateChanged changed) {
			pal = changed.state();
			identify(3 - board.flash().activeBank());
		} else if (event instanceof FirmwareEvent.BlockReceived block) {
			total = block.total();
			received = block.total() - block.remaining();
		} else if (event instanceof FirmwareEvent.MqttConnected) {
			connected = true;
		} else if (event instanceof FirmwareEvent.MqttDisconnected) {
			connected = false;
		} else {
			return false;
		}
		return true;
	}

	private void identify(int bank) {
		images.identify(length -> board.flash().readBank(bank, 0, length)).ifPresentOrElse(
				version -> versions.put(bank, version), () -> versions.remove(bank));
	}

	DeviceView view() {
		boolean swapped = board.flash().activeBank() == 2;
		return new DeviceView(running, board.scheduler().now(), bank(1), bank(2), swapped,
				board.flash().swapBankProgrammed(), pal, connected, otaState, received, total, green, red);
	}

	private BankView bank(int bank) {
		boolean active = board.flash().activeBank() == bank;
		int programmed = board.flash().programmedBytes(bank);
		return new BankView(bank, active, Optional.ofNullable(versions.get(bank)), programmed, role(active, programmed));
	}

	private BankRole role(boolean active, int programmed) {
		if (!active && pal == PalState.FILE_OPEN) {
			return BankRole.RECEIVING;
		}
		if (programmed == 0) {
			return BankRole.ERASED;
		}
		if (active) {
			return pal == PalState.NEW_IMAGE_BOOTED ? BankRole.SELF_TEST : BankRole.RUNNING;
		}
		return pal == PalState.PENDING_ACTIVATION || pal == PalState.PENDING_SELF_TEST ? BankRole.PENDING
				: BankRole.PREVIOUS;
	}
}
