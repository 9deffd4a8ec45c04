/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.board;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package. The platform fills the fields, so they are not analysed for null. */
@NonNullByDefault({})
final class Messages extends NLS {

	public static String BoardAccessible_help;
	public static String BoardAccessible_name;
	public static String BoardText_agent;
	public static String BoardText_agent_not_started;
	public static String BoardText_bank;
	public static String BoardText_blocks;
	public static String BoardText_board;
	public static String BoardText_clock;
	public static String BoardText_connected;
	public static String BoardText_disconnected;
	public static String BoardText_green;
	public static String BoardText_incoming_image;
	public static String BoardText_lamp_off;
	public static String BoardText_lamp_on;
	public static String BoardText_led_off;
	public static String BoardText_led_on;
	public static String BoardText_mapped_active;
	public static String BoardText_mapped_inactive;
	public static String BoardText_no_download;
	public static String BoardText_no_image;
	public static String BoardText_option_bytes;
	public static String BoardText_ota;
	public static String BoardText_pal;
	public static String BoardText_paused;
	public static String BoardText_programmed;
	public static String BoardText_red;
	public static String BoardText_role_erased;
	public static String BoardText_role_pending;
	public static String BoardText_role_previous;
	public static String BoardText_role_receiving;
	public static String BoardText_role_running;
	public static String BoardText_role_self_test;
	public static String BoardText_running;
	public static String BoardText_stopped;
	public static String BoardText_swap_applied;
	public static String BoardText_swap_badge;
	public static String BoardText_swap_next_changed;
	public static String BoardText_swap_next_same;
	public static String BoardText_unknown_image;
	public static String BoardView_empty;

	static {
		initializeMessages("dev.bankswap.simulator.ui.board.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
