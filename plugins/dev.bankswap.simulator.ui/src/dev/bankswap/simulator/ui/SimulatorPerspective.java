/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.progress.IProgressConstants;

/** Lays out the Device Simulator perspective: the board large, the stages of the demonstration beside it, the console below. */
public final class SimulatorPerspective implements IPerspectiveFactory {

	private static final String EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer"; //$NON-NLS-1$

	private static final float BOARD_HEIGHT = 0.64f;

	private static final float BOARD_WIDTH = 0.52f;

	@Override
	@NonNullByDefault({})
	public void createInitialLayout(IPageLayout layout) {
		layout.setEditorAreaVisible(false);
		String area = layout.getEditorArea();
		IFolderLayout board = layout.createFolder("board", IPageLayout.TOP, BOARD_HEIGHT, area); //$NON-NLS-1$
		board.addView(SimulatorUi.BOARD_VIEW);
		IFolderLayout demo = layout.createFolder("demo", IPageLayout.RIGHT, BOARD_WIDTH, "board"); //$NON-NLS-1$ //$NON-NLS-2$
		demo.addView(SimulatorUi.DEMO_VIEW);
		demo.addPlaceholder(EXPLORER);
		IFolderLayout console = layout.createFolder("console", IPageLayout.BOTTOM, BOARD_HEIGHT, area); //$NON-NLS-1$
		console.addView(SimulatorUi.CONSOLE_VIEW);
		console.addPlaceholder(IProgressConstants.PROGRESS_VIEW_ID);
		console.addPlaceholder(IPageLayout.ID_PROBLEM_VIEW);
		layout.addShowViewShortcut(SimulatorUi.BOARD_VIEW);
		layout.addShowViewShortcut(SimulatorUi.DEMO_VIEW);
		layout.addShowViewShortcut(SimulatorUi.CONSOLE_VIEW);
		layout.addShowViewShortcut(IProgressConstants.PROGRESS_VIEW_ID);
		layout.addPerspectiveShortcut("org.eclipse.cdt.ui.CPerspective"); //$NON-NLS-1$
		layout.addPerspectiveShortcut("org.eclipse.debug.ui.DebugPerspective"); //$NON-NLS-1$
	}
}
