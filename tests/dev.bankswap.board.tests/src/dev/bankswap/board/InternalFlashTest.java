/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import static dev.bankswap.board.TestBoards.boot;
import static dev.bankswap.board.TestBoards.image;
import static dev.bankswap.board.TestBoards.only;
import static dev.bankswap.board.TestBoards.record;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

@ExtendWith(NoErrorLogged.class)
class InternalFlashTest {

	private static final long HIGH = InternalFlash.HIGH_BASE;

	private final Board board = TestBoards.typical();
	private final InternalFlash flash = board.flash();

	@BeforeEach
	void start() {
		boot(board);
		flash.unlock();
	}

	@Test
	void swapWaitsForTheReset() throws FlashException {
		assertEquals(1, flash.activeBank());
		flash.programSwapBank(true);
		assertTrue(flash.swapBankProgrammed());
		assertFalse(flash.swapBankCurrent());
		flash.launchOptionBytes();
		assertTrue(flash.swapBankCurrent());
		assertEquals(1, flash.activeBank());
		assertTrue(board.running());
		flash.loadImage(2, image(100));
		resetAndBoot();
		assertEquals(2, flash.activeBank());
		assertTrue(board.running());
	}

	@Test
	void aResetWithoutLaunchForgetsTheSwap() throws FlashException {
		flash.programSwapBank(true);
		resetAndBoot();
		assertFalse(flash.swapBankProgrammed());
		assertEquals(1, flash.activeBank());
	}

	@Test
	void eraseIsPhysicalAndProgramIsMapped() throws FlashException {
		flash.programQuadWord(HIGH, filled(0x22), 0);
		assertArrayEquals(filled(0x22), flash.readBank(2, 0, 16));
		flash.loadImage(2, image(4096));
		swap(true);
		assertEquals(2, flash.activeBank());
		flash.eraseBank(1);
		flash.programQuadWord(HIGH + 32, filled(0x11), 0);
		assertArrayEquals(filled(0x11), flash.readBank(1, 32, 16));
		assertArrayEquals(Arrays.copyOf(image(4096), 4096), read(InternalFlash.LOW_BASE, 4096));
		assertArrayEquals(filled(0x11), read(HIGH + 32, 16));
		assertError(FlashError.EXECUTING_BANK, () -> flash.eraseBank(2));
		assertError(FlashError.EXECUTING_BANK, () -> flash.eraseSector(2, 127));
		assertArrayEquals(Arrays.copyOf(image(4096), 4096), flash.readBank(2, 0, 4096));
	}

	@Test
	void aSecondProgramIsAnEccDoubleErrorAtTheNextRead() throws FlashException {
		flash.programQuadWord(HIGH + 64, filled(0xF0), 0);
		assertArrayEquals(filled(0xF0), read(HIGH + 64, 16));
		flash.programQuadWord(HIGH + 64, filled(0x3C), 0);
		assertArrayEquals(filled(0x30), flash.readBank(2, 64, 16));
		FlashException e = assertError(FlashError.ECC_DOUBLE_ERROR, () -> read(HIGH + 60, 5));
		assertEquals(HIGH + 64, e.address());
		assertError(FlashError.ECC_DOUBLE_ERROR, () -> read(HIGH + 79, 1));
		assertArrayEquals(filled(0xFF), read(HIGH + 80, 16));
		assertArrayEquals(filled(0xFF), read(HIGH + 48, 16));
		flash.eraseSector(2, 0);
		assertArrayEquals(filled(0xFF), read(HIGH + 64, 16));
	}

	@Test
	void allOnesCountAsProgrammed() throws FlashException {
		flash.programQuadWord(HIGH, filled(0xFF), 0);
		assertArrayEquals(filled(0xFF), read(HIGH, 16));
		flash.programQuadWord(HIGH, filled(0xFF), 0);
		assertError(FlashError.ECC_DOUBLE_ERROR, () -> read(HIGH, 16));
	}

	@Test
	void sectorEraseTouchesOnlyItsSector() throws FlashException {
		flash.loadImage(2, image(3 * InternalFlash.SECTOR_SIZE));
		flash.eraseSector(2, 1);
		byte[] expected = image(3 * InternalFlash.SECTOR_SIZE);
		Arrays.fill(expected, InternalFlash.SECTOR_SIZE, 2 * InternalFlash.SECTOR_SIZE, (byte) 0xFF);
		assertArrayEquals(expected, read(HIGH, expected.length));
		flash.programQuadWord(HIGH + InternalFlash.SECTOR_SIZE, filled(1), 0);
		assertArrayEquals(filled(1), read(HIGH + InternalFlash.SECTOR_SIZE, 16));
	}

	@Test
	void lockedAfterResetAndAfterLock() throws FlashException {
		flash.lock();
		assertLocked();
		flash.unlock();
		flash.eraseBank(2);
		resetAndBoot();
		assertLocked();
	}

	@Test
	void wrongAddressesAreRefused() {
		assertError(FlashError.NOT_ALIGNED, () -> flash.programQuadWord(HIGH + 8, filled(0), 0));
		assertError(FlashError.NO_SUCH_ADDRESS, () -> flash.programQuadWord(HIGH + 0x100000, filled(0), 0));
		assertError(FlashError.NO_SUCH_ADDRESS, () -> read(0x07FFFFFFL, 1));
		assertError(FlashError.NO_SUCH_ADDRESS, () -> read(HIGH + 0xFFFFF, 2));
		assertThrows(IllegalArgumentException.class, () -> flash.eraseBank(3));
		assertThrows(IndexOutOfBoundsException.class, () -> flash.eraseSector(2, 128));
		assertThrows(IllegalArgumentException.class, () -> flash.loadImage(1, new byte[InternalFlash.BANK_SIZE + 1]));
	}

	@Test
	void readsAcrossTheBanks() throws FlashException {
		flash.programQuadWord(HIGH, filled(0x55), 0);
		byte[] both = read(HIGH - 16, 32);
		assertArrayEquals(filled(0xFF), Arrays.copyOf(both, 16));
		assertArrayEquals(filled(0x55), Arrays.copyOfRange(both, 16, 32));
	}

	@Test
	void theSizeRegisterTellsTheSize() throws FlashException {
		assertEquals(2048, flash.flashSizeKb());
		assertArrayEquals(new byte[] { 0x00, 0x08 }, read(InternalFlash.SIZE_REGISTER, 2));
	}

	@Test
	void operationsTakeTheirTime() throws FlashException {
		long start = board.scheduler().now();
		flash.eraseBank(2);
		assertEquals(300_000_000, board.scheduler().now() - start);
		flash.programQuadWord(HIGH, filled(0), 0);
		assertEquals(300_050_000, board.scheduler().now() - start);
		flash.eraseSector(2, 0);
		assertEquals(302_050_000, board.scheduler().now() - start);
	}

	@Test
	void observersSeeEachOperation() throws FlashException {
		List<BoardEvent> events = record(board);
		flash.eraseBank(2);
		flash.programQuadWord(HIGH + 16, filled(0), 0);
		flash.eraseSector(2, 5);
		flash.programSwapBank(true);
		flash.launchOptionBytes();
		assertEquals(2, only(events, BoardEvent.BankErased.class).get(0).bank());
		assertEquals(16, only(events, BoardEvent.QuadWordProgrammed.class).get(0).offset());
		assertEquals(5, only(events, BoardEvent.SectorErased.class).get(0).sector());
		assertTrue(only(events, BoardEvent.OptionByteProgrammed.class).get(0).swapBank());
		assertEquals(4, events.size());
	}

	@Test
	void tellsHowFarABankIsFilled() throws FlashException {
		assertEquals(4096, flash.programmedBytes(1));
		flash.loadImage(2, image(17));
		assertEquals(32, flash.programmedBytes(2));
		flash.programQuadWord(HIGH + 2 * InternalFlash.SECTOR_SIZE, filled(0), 0);
		assertEquals(2 * InternalFlash.SECTOR_SIZE + 16, flash.programmedBytes(2));
		flash.eraseSector(2, 1);
		assertEquals(2 * InternalFlash.SECTOR_SIZE + 16, flash.programmedBytes(2));
		flash.eraseSector(2, 2);
		assertEquals(32, flash.programmedBytes(2));
		flash.eraseBank(2);
		assertEquals(0, flash.programmedBytes(2));
	}

	@Test
	void aWholeBankTakesAllQuadWords() throws FlashException {
		byte[] content = image(InternalFlash.BANK_SIZE);
		long begin = board.scheduler().now();
		for (int offset = 0; offset < content.length; offset += InternalFlash.QUAD_WORD) {
			flash.programQuadWord(HIGH + offset, content, offset);
		}
		assertEquals(InternalFlash.BANK_SIZE, flash.programmedBytes(2));
		assertEquals(65_536 * 50_000L, board.scheduler().now() - begin);
		assertArrayEquals(content, read(HIGH, content.length));
	}

	@Test
	void matchesAModelForRandomOperations() throws FlashException {
		Random random = new Random(11);
		byte[] cells = filled(0xFF, InternalFlash.BANK_SIZE);
		int[] programs = new int[InternalFlash.BANK_SIZE / 16];
		byte[] data = new byte[16];
		for (int i = 0; i < 5000; i++) {
			int sector = random.nextInt(8) * 16;
			int quadWord = sector * 512 + random.nextInt(512);
			if (random.nextInt(100) == 0) {
				flash.eraseSector(2, sector);
				Arrays.fill(cells, sector * 8192, (sector + 1) * 8192, (byte) 0xFF);
				Arrays.fill(programs, sector * 512, (sector + 1) * 512, 0);
			} else {
				random.nextBytes(data);
				flash.programQuadWord(HIGH + quadWord * 16L, data, 0);
				for (int k = 0; k < 16; k++) {
					cells[quadWord * 16 + k] &= data[k];
				}
				programs[quadWord]++;
			}
		}
		assertArrayEquals(cells, flash.readBank(2, 0, cells.length));
		for (int quadWord = 0; quadWord < programs.length; quadWord++) {
			long address = HIGH + quadWord * 16L;
			if (programs[quadWord] > 1) {
				assertError(FlashError.ECC_DOUBLE_ERROR, () -> read(address, 16));
			} else {
				read(address, 16);
			}
		}
	}

	private void assertLocked() {
		assertError(FlashError.LOCKED, () -> flash.programQuadWord(HIGH, filled(0), 0));
		assertError(FlashError.LOCKED, () -> flash.eraseBank(2));
		assertError(FlashError.LOCKED, () -> flash.eraseSector(2, 0));
		assertError(FlashError.LOCKED, () -> flash.programSwapBank(true));
	}

	private static FlashException assertError(FlashError error, Executable access) {
		FlashException e = assertThrows(FlashException.class, access);
		assertEquals(error, e.error(), e.getMessage());
		return e;
	}

	private void swap(boolean swap) throws FlashException {
		flash.programSwapBank(swap);
		flash.launchOptionBytes();
		resetAndBoot();
		flash.unlock();
	}

	private void resetAndBoot() {
		board.reset(ResetCause.SOFTWARE);
		board.scheduler().runUntil(board.scheduler().now() + TestBoards.SECOND);
	}

	private byte[] read(long address, int length) throws FlashException {
		byte[] bytes = new byte[length];
		flash.read(address, bytes, 0, length);
		return bytes;
	}

	private static byte[] filled(int value) {
		return filled(value, 16);
	}

	private static byte[] filled(int value, int length) {
		byte[] bytes = new byte[length];
		Arrays.fill(bytes, (byte) value);
		return bytes;
	}
}
