/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.board;

import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import dev.bankswap.simulator.DeviceView;
import dev.bankswap.simulator.ui.SimulatorPart;
import dev.bankswap.simulator.ui.session.SimulatorSession;

/** The view of the simulated board: its two flash banks and everything that decides which one runs. */
public final class BoardView extends SimulatorPart {

	private @Nullable BoardCanvas canvas;

	/** Called by the platform. */
	public BoardView() {
		super("dev.bankswap.simulator.ui.board"); //$NON-NLS-1$
	}

	@Override
	protected String emptyText() {
		return Messages.BoardView_empty;
	}

	@Override
	protected Control createContent(Composite parent, SimulatorSession session) {
		BoardCanvas created = new BoardCanvas(parent);
		canvas = created;
		return created.control();
	}

	@Override
	protected boolean hasContent(SimulatorSession session) {
		return session.device().isPresent();
	}

	@Override
	protected void refreshContent(SimulatorSession session) {
		BoardCanvas board = canvas;
		if (board != null) {
			session.device().map(BoardState::of).ifPresent(board::show);
		}
	}

	@Override
	public void setFocus() {
		BoardCanvas board = canvas;
		if (board != null) {
			board.setFocus();
		}
	}

	/**
	 * Returns what is on the screen.
	 *
	 * @return what the board was like when it was last painted; empty while no board is visible
	 */
	public Optional<DeviceView> painted() {
		BoardCanvas board = canvas;
		return board == null || !board.canvas().isVisible() ? Optional.empty()
				: board.painted().map(BoardState::device);
	}
}
