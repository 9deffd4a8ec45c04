/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.demo;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package. The platform fills the fields, so they are not analysed for null. */
@NonNullByDefault({})
final class Messages extends NLS {

	public static String DemoJob_cannot_run;
	public static String DemoJob_name;
	public static String DemoJob_not_succeeded;
	public static String DemoView_board_time;
	public static String DemoView_empty;
	public static String DemoView_evidence;
	public static String DemoView_run_again;
	public static String DemoView_stage;
	public static String DemoView_time;
	public static String StageText_cancelled;
	public static String StageText_detail;
	public static String StageText_failed;
	public static String StageText_not_run;
	public static String StageText_running;
	public static String StageText_seconds;
	public static String StageText_stage_board;
	public static String StageText_stage_cloud;
	public static String StageText_stage_commit;
	public static String StageText_stage_connect;
	public static String StageText_stage_download;
	public static String StageText_stage_launch;
	public static String StageText_stage_provision;
	public static String StageText_stage_self_test;
	public static String StageText_stage_swap;
	public static String StageText_stage_verify;
	public static String StageText_starting;
	public static String StageText_state_cancelled;
	public static String StageText_state_done;
	public static String StageText_state_failed;
	public static String StageText_state_not_reached;
	public static String StageText_state_running;
	public static String StageText_state_waiting;
	public static String StageText_succeeded;

	static {
		initializeMessages("dev.bankswap.simulator.ui.demo.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
