/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.board;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;

/** The drawing as a screen reader finds it: a list with one item for each part, and the part's text as its value. */
final class BoardAccessible {

	private final BoardCanvas board;

	BoardAccessible(BoardCanvas board) {
		this.board = board;
	}

	void addTo(Canvas canvas) {
		canvas.getAccessible().addAccessibleListener(new Names());
		canvas.getAccessible().addAccessibleControlListener(new Items());
	}

	private String text(int child) {
		if (child < 0 || child >= BoardPart.values().length) {
			return Messages.BoardAccessible_name;
		}
		BoardPart part = BoardPart.values()[child];
		return board.shown().map(state -> BoardText.describe(part, state)).orElse(BoardText.title(part));
	}

	@NonNullByDefault({})
	private final class Names extends AccessibleAdapter {

		@Override
		public void getName(AccessibleEvent e) {
			e.result = text(e.childID);
		}

		@Override
		public void getHelp(AccessibleEvent e) {
			e.result = Messages.BoardAccessible_help;
		}
	}

	@NonNullByDefault({})
	private final class Items extends AccessibleControlAdapter {

		@Override
		public void getChildCount(AccessibleControlEvent e) {
			e.detail = BoardPart.values().length;
		}

		@Override
		public void getRole(AccessibleControlEvent e) {
			e.detail = e.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
		}

		@Override
		public void getState(AccessibleControlEvent e) {
			boolean focused = e.childID == board.selected().ordinal() && board.canvas().isFocusControl();
			e.detail = ACC.STATE_READONLY | ACC.STATE_FOCUSABLE | (focused ? ACC.STATE_FOCUSED : ACC.STATE_NORMAL);
		}

		@Override
		public void getFocus(AccessibleControlEvent e) {
			e.childID = board.canvas().isFocusControl() ? board.selected().ordinal() : ACC.CHILDID_NONE;
		}

		@Override
		public void getValue(AccessibleControlEvent e) {
			if (e.childID >= 0) {
				e.result = text(e.childID);
			}
		}

		@Override
		public void getChildAtPoint(AccessibleControlEvent e) {
			Point point = board.canvas().toControl(e.x, e.y);
			e.childID = board.at(point).map(Enum::ordinal).orElse(Integer.valueOf(ACC.CHILDID_SELF)).intValue();
		}

		@Override
		public void getLocation(AccessibleControlEvent e) {
			boolean item = e.childID >= 0 && e.childID < BoardPart.values().length;
			Rectangle bounds = item ? board.bounds(BoardPart.values()[e.childID]) : board.canvas().getClientArea();
			Point origin = board.canvas().toDisplay(bounds.x, bounds.y);
			e.x = origin.x;
			e.y = origin.y;
			e.width = bounds.width;
			e.height = bounds.height;
		}
	}
}
