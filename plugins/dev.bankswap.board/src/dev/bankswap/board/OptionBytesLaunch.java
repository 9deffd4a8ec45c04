/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Random;

/**
 * Writes the option bytes. They are stored twice in turn, so that an interrupted write leaves either the old or the new ones.
 *
 * @param options  the registers
 * @param duration how long it takes
 */
record OptionBytesLaunch(OptionBytes options, long duration) implements CellOperation {

	@Override
	public void complete() {
		options.launch();
	}

	@Override
	public void interrupt(Random random) {
		if (random.nextBoolean()) {
			options.launch();
		}
	}

	@Override
	public BoardEvent event(long time) {
		return new BoardEvent.OptionByteProgrammed(time, options.current().swapBank());
	}
}
