/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.theme;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;

/**
 * A colour that the user can change under <em>General &gt; Appearance &gt; Colors and Fonts</em>. The extension
 * {@code org.eclipse.ui.themes} gives the values for light themes, {@code css/dark.css} those for the dark one. No code of
 * ours makes a colour in any other way.
 */
public enum ThemeColour {
	/** A bank with the running, committed image. */
	BANK_RUNNING("bank.running"), //$NON-NLS-1$
	/** A bank with the running image on trial. */
	BANK_SELF_TEST("bank.selftest"), //$NON-NLS-1$
	/** A bank while an update is written into it. */
	BANK_RECEIVING("bank.receiving"), //$NON-NLS-1$
	/** A bank with a verified image that the next boot takes. */
	BANK_PENDING("bank.pending"), //$NON-NLS-1$
	/** A bank with an image that nothing will boot by itself. */
	BANK_PREVIOUS("bank.previous"), //$NON-NLS-1$
	/** Erased flash. */
	BANK_ERASED("bank.erased"), //$NON-NLS-1$
	/** Text on one of the bank colours. */
	BADGE_TEXT("badge.text"), //$NON-NLS-1$
	/** Lines between sectors and around cards. */
	GRID("grid"), //$NON-NLS-1$
	/** Outline of the selected part of a drawing. */
	SELECTION("selection"), //$NON-NLS-1$
	/** Text of secondary importance. */
	SUBDUED("subdued"), //$NON-NLS-1$
	/** The board's green LED. */
	LED_GREEN("led.green"), //$NON-NLS-1$
	/** The board's red LED. */
	LED_RED("led.red"), //$NON-NLS-1$
	/** A lamp or a link that is off. */
	OFF("off"), //$NON-NLS-1$
	/** Log lines of level ERR and ASR. */
	LOG_ERROR("log.error"), //$NON-NLS-1$
	/** Log lines of level WRN. */
	LOG_WARNING("log.warning"), //$NON-NLS-1$
	/** Log lines of level DBG. */
	LOG_DEBUG("log.debug"), //$NON-NLS-1$
	/** Log lines of level SYS. */
	LOG_SYSTEM("log.system"), //$NON-NLS-1$
	/** The device's prompt and what was typed at it. */
	LOG_PROMPT("log.prompt"); //$NON-NLS-1$

	private static final String PREFIX = "dev.bankswap.ui.colour."; //$NON-NLS-1$

	private final String id;

	ThemeColour(String name) {
		this.id = PREFIX + name;
	}

	/**
	 * Returns the identifier of the colour's definition.
	 *
	 * @return the identifier
	 */
	public String id() {
		return id;
	}

	/**
	 * Returns the colour as the current theme and the user want it. The registry owns it: never dispose it, and never keep
	 * it longer than one paint. UI thread only.
	 *
	 * @return the colour
	 */
	public Color get() {
		ColorRegistry registry = JFaceResources.getColorRegistry();
		Color colour = registry.get(id);
		if (colour == null) {
			throw new IllegalStateException("no definition of the colour " + id); //$NON-NLS-1$
		}
		return colour;
	}
}
