/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui;

/** Identifiers of what this plug-in contributes. */
public final class SimulatorUi {

	/** The plug-in itself. */
	public static final String PLUGIN_ID = "dev.bankswap.simulator.ui"; //$NON-NLS-1$

	/** The perspective. */
	public static final String PERSPECTIVE = "dev.bankswap.simulator.perspective"; //$NON-NLS-1$

	/** The view with the two flash banks. */
	public static final String BOARD_VIEW = "dev.bankswap.simulator.ui.board"; //$NON-NLS-1$

	/** The view with the board's serial console. */
	public static final String CONSOLE_VIEW = "dev.bankswap.simulator.ui.console"; //$NON-NLS-1$

	/** The view with the stages of the demonstration. */
	public static final String DEMO_VIEW = "dev.bankswap.simulator.ui.demo"; //$NON-NLS-1$

	/** Key bindings hold while a view that activates this context is active. */
	public static final String CONTEXT = "dev.bankswap.simulator.ui.context"; //$NON-NLS-1$

	/** Command: run the demonstration. */
	public static final String RUN_DEMO = "dev.bankswap.simulator.ui.runDemo"; //$NON-NLS-1$

	/** Command, a toggle: stop scrolling the console. */
	public static final String SCROLL_LOCK = "dev.bankswap.simulator.ui.scrollLock"; //$NON-NLS-1$

	private SimulatorUi() {
	}
}
