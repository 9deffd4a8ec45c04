/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui;

/** Identifiers of what this plug-in contributes, for other plug-ins that add to it. */
public final class BankswapUi {

	/** The plug-in itself. */
	public static final String PLUGIN_ID = "dev.bankswap.ui"; //$NON-NLS-1$

	/** Category of all commands. */
	public static final String COMMAND_CATEGORY = "dev.bankswap.ui.category"; //$NON-NLS-1$

	/** Category of all views. */
	public static final String VIEW_CATEGORY = "dev.bankswap.ui.views"; //$NON-NLS-1$

	/** The main menu; it has the groups {@code tools}, {@code simulator} and {@code additions}. */
	public static final String MAIN_MENU = "dev.bankswap.ui.menu"; //$NON-NLS-1$

	/** The root of the preference pages. */
	public static final String PREFERENCE_PAGE = "dev.bankswap.ui.preferences.root"; //$NON-NLS-1$

	/**
	 * Key of {@link org.eclipse.swt.widgets.Widget#setData(String, Object)} under which a widget carries a name that does
	 * not depend on the language; tests and scripts find it by that.
	 */
	public static final String WIDGET_NAME = "dev.bankswap.widget"; //$NON-NLS-1$

	private BankswapUi() {
	}
}
