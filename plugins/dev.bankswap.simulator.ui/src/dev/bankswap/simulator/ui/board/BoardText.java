/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.board;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.bankswap.board.InternalFlash;
import dev.bankswap.simulator.BankRole;
import dev.bankswap.simulator.BankView;
import dev.bankswap.simulator.DeviceView;

/** What the parts of the board say, in words: drawn into the picture, shown as tooltips, and read to people who cannot see it. */
final class BoardText {

	static final int SECTORS = InternalFlash.BANK_SIZE / InternalFlash.SECTOR_SIZE;

	private BoardText() {
	}

	static String title(BoardPart part) {
		return switch (part) {
		case BANK_1 -> NLS.bind(Messages.BoardText_bank, Integer.valueOf(1));
		case BANK_2 -> NLS.bind(Messages.BoardText_bank, Integer.valueOf(2));
		case OPTION_BYTES -> Messages.BoardText_option_bytes;
		case OTA -> Messages.BoardText_ota;
		case BOARD -> Messages.BoardText_board;
		};
	}

	static List<String> lines(BoardPart part, BoardState state) {
		DeviceView view = state.device();
		return switch (part) {
		case BANK_1 -> bankLines(view.bank1());
		case BANK_2 -> bankLines(view.bank2());
		case OPTION_BYTES -> List.of(swapApplied(view), swapNext(view));
		case OTA -> otaLines(view);
		case BOARD -> Stream.concat(state.paused() ? Stream.of(Messages.BoardText_paused) : Stream.empty(),
				Stream.of(power(view), clock(view), link(view), led(Messages.BoardText_green, view.greenLed()),
						led(Messages.BoardText_red, view.redLed()))).toList();
		};
	}

	/** The whole part in one text, for tooltips and screen readers. */
	static String describe(BoardPart part, BoardState state) {
		return title(part) + '\n' + String.join("\n", lines(part, state)); //$NON-NLS-1$
	}

	static List<String> otaLines(DeviceView view) {
		return List.of(palState(view), agentState(view), blocks(view));
	}

	static String role(BankRole role) {
		return switch (role) {
		case ERASED -> Messages.BoardText_role_erased;
		case RUNNING -> Messages.BoardText_role_running;
		case SELF_TEST -> Messages.BoardText_role_self_test;
		case RECEIVING -> Messages.BoardText_role_receiving;
		case PENDING -> Messages.BoardText_role_pending;
		case PREVIOUS -> Messages.BoardText_role_previous;
		};
	}

	static String version(BankView bank) {
		return bank.version().map(Object::toString).orElseGet(() -> nameless(bank));
	}

	private static String nameless(BankView bank) {
		if (bank.role() == BankRole.RECEIVING) {
			return Messages.BoardText_incoming_image;
		}
		return bank.programmedBytes() == 0 ? Messages.BoardText_no_image : Messages.BoardText_unknown_image;
	}

	static String address(BankView bank) {
		long base = bank.active() ? InternalFlash.LOW_BASE : InternalFlash.HIGH_BASE;
		String address = String.format(Locale.ROOT, "0x%08X", Long.valueOf(base)); //$NON-NLS-1$
		return NLS.bind(bank.active() ? Messages.BoardText_mapped_active : Messages.BoardText_mapped_inactive, address);
	}

	static String programmed(BankView bank) {
		NumberFormat numbers = NumberFormat.getIntegerInstance();
		return NLS.bind(Messages.BoardText_programmed, new Object[] { numbers.format(bank.programmedBytes()),
				Integer.valueOf(sectors(bank.programmedBytes())), Integer.valueOf(SECTORS) });
	}

	static int sectors(int bytes) {
		return (bytes + InternalFlash.SECTOR_SIZE - 1) / InternalFlash.SECTOR_SIZE;
	}

	static String swapApplied(DeviceView view) {
		return NLS.bind(Messages.BoardText_swap_applied, bit(view.swapBank()));
	}

	static String swapNext(DeviceView view) {
		return NLS.bind(view.swapBank() == view.swapBankNext() ? Messages.BoardText_swap_next_same
				: Messages.BoardText_swap_next_changed, bit(view.swapBankNext()));
	}

	static String palState(DeviceView view) {
		return NLS.bind(Messages.BoardText_pal, view.palState().text());
	}

	static String agentState(DeviceView view) {
		return NLS.bind(Messages.BoardText_agent,
				view.otaState().isEmpty() ? Messages.BoardText_agent_not_started : view.otaState());
	}

	static String blocks(DeviceView view) {
		return view.blocksTotal() == 0 ? Messages.BoardText_no_download
				: NLS.bind(Messages.BoardText_blocks, Integer.valueOf(view.blocksReceived()),
						Integer.valueOf(view.blocksTotal()));
	}

	static String power(DeviceView view) {
		return view.running() ? Messages.BoardText_running : Messages.BoardText_stopped;
	}

	static String clock(DeviceView view) {
		Duration time = Duration.ofNanos(view.simulatedNanos());
		return NLS.bind(Messages.BoardText_clock, String.format(Locale.ROOT, "%02d:%02d.%03d", //$NON-NLS-1$
				Long.valueOf(time.toMinutes()), Integer.valueOf(time.toSecondsPart()), Integer.valueOf(time.toMillisPart())));
	}

	static String link(DeviceView view) {
		return view.connected() ? Messages.BoardText_connected : Messages.BoardText_disconnected;
	}

	static String led(String name, boolean lit) {
		return NLS.bind(lit ? Messages.BoardText_led_on : Messages.BoardText_led_off, name);
	}

	/** Beside the drawing of a lamp, where the words are short. */
	static String lamp(String name, boolean lit) {
		return NLS.bind(lit ? Messages.BoardText_lamp_on : Messages.BoardText_lamp_off, name);
	}

	private static List<String> bankLines(BankView bank) {
		return List.of(role(bank.role()), version(bank), address(bank), programmed(bank));
	}

	private static Integer bit(boolean set) {
		return Integer.valueOf(set ? 1 : 0);
	}
}
