/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.preferences;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;

/** <em>Preferences &gt; Bankswap</em>: what holds for the whole workspace. */
public final class BankswapPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

	private static final String HELP = "dev.bankswap.ui.preferences"; //$NON-NLS-1$

	private static final int[] SPEEDS = { 1, 2, 5, 10, 20, 50 };

	/** Called by the platform. */
	public BankswapPreferencePage() {
		super(GRID);
		setPreferenceStore(BankswapPreferences.workspaceStore());
		setDescription(Messages.BankswapPreferencePage_description);
	}

	@Override
	@NonNullByDefault({})
	public void init(IWorkbench workbench) {
		// nothing of the workbench is needed
	}

	@Override
	@NonNullByDefault({})
	public void createControl(Composite parent) {
		super.createControl(parent);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(getControl(), HELP);
	}

	@Override
	protected void createFieldEditors() {
		addField(new ComboFieldEditor(BankswapPreferences.SIMULATION_SPEED, Messages.BankswapPreferencePage_speed, speeds(),
				getFieldEditorParent()));
		IntegerFieldEditor lines = new IntegerFieldEditor(BankswapPreferences.CONSOLE_LINES,
				Messages.BankswapPreferencePage_console_lines, getFieldEditorParent());
		lines.setValidRange(BankswapPreferences.CONSOLE_LINES_MIN, BankswapPreferences.CONSOLE_LINES_MAX);
		addField(lines);
	}

	private static String[][] speeds() {
		String[][] entries = new String[SPEEDS.length + 1][];
		entries[0] = new String[] { Messages.BankswapPreferencePage_real_time, String.valueOf(SPEEDS[0]) };
		for (int i = 1; i < SPEEDS.length; i++) {
			entries[i] = new String[] { NLS.bind(Messages.BankswapPreferencePage_times,
					Integer.valueOf(SPEEDS[i])), String.valueOf(SPEEDS[i]) };
		}
		entries[SPEEDS.length] = new String[] { Messages.BankswapPreferencePage_unlimited,
				String.valueOf(BankswapPreferences.SPEED_UNLIMITED) };
		return entries;
	}
}
