/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The board view: what each part says (text), where it is (layout), how it looks (painter), and the widget that ties them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.simulator.ui.board;
