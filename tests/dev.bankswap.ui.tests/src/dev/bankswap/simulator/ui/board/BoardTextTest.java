/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.bankswap.formats.FirmwareVersion;
import dev.bankswap.formats.PalState;
import dev.bankswap.simulator.BankRole;
import dev.bankswap.simulator.BankView;
import dev.bankswap.simulator.DeviceView;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class BoardTextTest {

	static final DeviceView UPDATING = new DeviceView(true, 83_042_000_000L,
			new BankView(1, true, Optional.of(new FirmwareVersion(1, 0, 0)), 492_536, BankRole.RUNNING),
			new BankView(2, false, Optional.empty(), 8193, BankRole.RECEIVING), false, true, PalState.FILE_OPEN, true,
			"WaitingForFileBlock", 4, 241, true, false);

	private static final BoardState STATE = new BoardState(UPDATING, false);

	@Test
	void aBankTellsRoleVersionAddressAndFill() {
		String active = BoardText.describe(BoardPart.BANK_1, STATE);
		assertTrue(active.contains("0x08000000"), active);
		assertTrue(active.contains("1.0.0"), active);
		assertTrue(active.contains(BoardText.role(BankRole.RUNNING)), active);
		assertTrue(active.contains("61") && active.contains("128"), active);
		assertTrue(BoardText.describe(BoardPart.BANK_2, STATE).contains("0x08100000"));
	}

	@Test
	void aPartlyFilledSectorCounts() {
		assertEquals(0, BoardText.sectors(0));
		assertEquals(1, BoardText.sectors(1));
		assertEquals(2, BoardText.sectors(8193));
		assertEquals(128, BoardText.sectors(1 << 20));
	}

	@Test
	void theOptionBytesTellThatTheBanksWillSwap() {
		String text = BoardText.describe(BoardPart.OPTION_BYTES, STATE);
		assertTrue(text.contains("0") && text.contains("1") && text.contains("swap"), text);
	}

	@Test
	void theUpdateTellsStatesAndBlocks() {
		String text = BoardText.describe(BoardPart.OTA, STATE);
		assertTrue(text.contains("File Open") && text.contains("WaitingForFileBlock"), text);
		assertTrue(text.contains("4") && text.contains("241"), text);
	}

	@Test
	void aPausedBoardSaysSo() {
		assertFalse(BoardText.describe(BoardPart.BOARD, STATE).contains("Paused"));
		String text = BoardText.describe(BoardPart.BOARD, new BoardState(UPDATING, true));
		assertTrue(text.contains("Paused"), text);
	}

	@Test
	void theClockShowsMinutesSecondsMilliseconds() {
		assertTrue(BoardText.clock(UPDATING).contains("01:23.042"), BoardText.clock(UPDATING));
	}

	@ParameterizedTest
	@EnumSource
	void everyPartHasAText(BoardPart part) {
		assertFalse(BoardText.title(part).isBlank());
		assertTrue(BoardText.lines(part, STATE).stream().noneMatch(String::isBlank));
	}

	@ParameterizedTest
	@EnumSource
	void everyRoleHasATextAndAColour(BankRole role) {
		assertFalse(BoardText.role(role).isBlank());
		assertFalse(BankPainter.colour(role).id().isBlank());
	}
}
