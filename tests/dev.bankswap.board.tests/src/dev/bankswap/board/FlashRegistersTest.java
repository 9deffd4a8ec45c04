/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import static dev.bankswap.board.FlashRegister.NSCCR;
import static dev.bankswap.board.FlashRegister.NSCR;
import static dev.bankswap.board.FlashRegister.NSKEYR;
import static dev.bankswap.board.FlashRegister.NSSR;
import static dev.bankswap.board.FlashRegister.OPTCR;
import static dev.bankswap.board.FlashRegister.OPTKEYR;
import static dev.bankswap.board.FlashRegister.OPTSR_CUR;
import static dev.bankswap.board.FlashRegister.OPTSR_PRG;
import static dev.bankswap.board.FlashRegister.WRP2R_CUR;
import static dev.bankswap.board.FlashRegister.WRP2R_PRG;
import static dev.bankswap.board.TestBoards.boot;
import static dev.bankswap.board.TestBoards.image;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import dev.bankswap.board.fault.FaultPlan;
import dev.bankswap.board.fault.Moment;
import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorLogged.class)
class FlashRegistersTest {

	private static final long HIGH = InternalFlash.HIGH_BASE;

	private final Board board = TestBoards.typical();
	private final InternalFlash flash = board.flash();
	private final FlashRegisters registers = flash.registers();

	@BeforeEach
	void start() {
		boot(board);
	}

	@Test
	void twoKeysUnlock() throws FlashException {
		assertEquals(FlashRegisters.LOCK, registers.read(NSCR));
		registers.write(NSKEYR, FlashRegisters.KEY1);
		assertEquals(FlashRegisters.LOCK, registers.read(NSCR));
		registers.write(NSKEYR, FlashRegisters.KEY2);
		assertEquals(0, registers.read(NSCR));
		assertEquals(FlashRegisters.LOCK, registers.read(OPTCR), "the option bytes have a lock of their own");
		flash.eraseBank(2);
		registers.write(NSCR, FlashRegisters.LOCK);
		assertEquals(FlashError.LOCKED, assertThrows(FlashException.class, () -> flash.eraseBank(2)).error());
		unlock();
		flash.eraseBank(2);
	}

	@Test
	void aWrongKeyLocksUntilTheReset() throws FlashException {
		for (int[] keys : new int[][] { { 1 }, { FlashRegisters.KEY2 }, { FlashRegisters.KEY1, FlashRegisters.KEY1 },
				{ FlashRegisters.KEY1, FlashRegisters.KEY2, FlashRegisters.KEY1 } }) {
			for (int key : keys) {
				registers.write(NSKEYR, key);
			}
			unlock();
			flash.unlock();
			FlashException e = assertThrows(FlashException.class, () -> flash.eraseBank(2));
			assertEquals(FlashError.LOCKED, e.error());
			assertTrue(e.getMessage().contains("reset"), e.getMessage());
			reset();
			unlock();
			flash.eraseBank(2);
			reset();
		}
	}

	@Test
	void aWrongOptionKeyLocksOnlyTheOptionBytes() throws FlashException {
		registers.write(OPTKEYR, 0);
		flash.unlock();
		flash.eraseBank(2);
		assertEquals(FlashError.LOCKED, assertThrows(FlashException.class, () -> flash.programSwapBank(true)).error());
		registers.write(OPTSR_PRG, FlashRegisters.SWAP_BANK);
		assertEquals(0, registers.read(OPTSR_PRG));
		reset();
		flash.unlock();
		flash.programSwapBank(true);
	}

	@Test
	void theSwapGoesFromRegisterToRegister() throws FlashException {
		registers.write(OPTSR_PRG, FlashRegisters.SWAP_BANK);
		registers.write(OPTCR, FlashRegisters.OPTSTART);
		assertEquals(0, registers.read(OPTSR_CUR), "the option bytes are locked");
		registers.write(OPTKEYR, FlashRegisters.OPTKEY1);
		registers.write(OPTKEYR, FlashRegisters.OPTKEY2);
		registers.write(OPTSR_PRG, FlashRegisters.SWAP_BANK);
		assertEquals(0, registers.read(OPTSR_CUR));
		registers.write(OPTCR, FlashRegisters.OPTSTART | FlashRegisters.LOCK);
		assertEquals(FlashRegisters.SWAP_BANK, registers.read(OPTSR_CUR));
		assertEquals(FlashRegisters.LOCK, registers.read(OPTCR));
		assertEquals(1, flash.activeBank());
		flash.loadImage(2, image(64));
		reset();
		assertEquals(FlashRegisters.SWAP_BANK | FlashRegisters.LOCK, registers.read(OPTCR));
		assertEquals(2, flash.activeBank());
	}

	@Test
	void anEraseGoesOnWhileTheProgramDoes() throws FlashException {
		flash.loadImage(2, image(3 * 8192));
		unlock();
		long start = board.scheduler().now();
		registers.write(NSCR, FlashRegisters.SER | FlashRegisters.BKSEL | 1 << FlashRegisters.SNB_POSITION
				| FlashRegisters.START);
		assertEquals(start, board.scheduler().now());
		assertEquals(FlashRegisters.BSY, registers.read(NSSR));
		board.scheduler().runUntil(start + 2 * TestBoards.MS - 1);
		assertEquals(FlashRegisters.BSY, registers.read(NSSR));
		board.scheduler().runUntil(start + 2 * TestBoards.MS);
		assertEquals(FlashRegisters.EOP, registers.read(NSSR));
		registers.write(NSCCR, FlashRegisters.EOP);
		assertEquals(0, registers.read(NSSR));
		byte[] expected = image(3 * 8192);
		Arrays.fill(expected, 8192, 16384, (byte) 0xFF);
		assertArrayEquals(expected, flash.readBank(2, 0, expected.length));
	}

	@Test
	void aReadWaitsForTheOperation() throws FlashException {
		flash.loadImage(2, image(64));
		unlock();
		long start = board.scheduler().now();
		registers.write(NSCR, FlashRegisters.BER | FlashRegisters.BKSEL | FlashRegisters.START);
		byte[] read = new byte[1];
		flash.read(HIGH, read, 0, 1);
		assertEquals(-1, read[0]);
		assertEquals(start + 300 * TestBoards.MS, board.scheduler().now());
	}

	@Test
	void aResetInterruptsAnErase() throws FlashException {
		flash.loadImage(2, image(8192));
		unlock();
		registers.write(NSCR, FlashRegisters.BER | FlashRegisters.BKSEL | FlashRegisters.START);
		reset();
		byte[] left = flash.readBank(2, 0, 8192);
		assertFalse(Arrays.equals(image(8192), left));
		assertEquals(FlashRegisters.LOCK, registers.read(NSCR));
		assertEquals(0, registers.read(NSSR));
		board.scheduler().runUntil(board.scheduler().now() + TestBoards.SECOND);
		assertArrayEquals(left, flash.readBank(2, 0, 8192), "nothing goes on after the reset");
	}

	@Test
	void erasingTheExecutingBankFaults() throws FlashException {
		unlock();
		for (int command : new int[] { FlashRegisters.BER, FlashRegisters.SER, FlashRegisters.MER }) {
			FlashException e = assertThrows(FlashException.class,
					() -> registers.write(NSCR, command | FlashRegisters.START));
			assertEquals(FlashError.EXECUTING_BANK, e.error());
		}
		assertEquals(0, board.operations());
	}

	@Test
	void fourWordsMakeAQuadWord() throws FlashException {
		registers.writeWord(HIGH, 1);
		assertEquals(FlashRegisters.PGSERR, registers.read(NSSR), "locked");
		registers.write(NSCCR, -1);
		unlock();
		registers.write(NSCR, FlashRegisters.PG);
		for (int i = 0; i < 3; i++) {
			registers.writeWord(HIGH + 4L * i, 0x03020100 + i * 0x04040404);
			assertEquals(FlashRegisters.WBNE, registers.read(NSSR));
		}
		registers.writeWord(HIGH + 12, 0x0F0E0D0C);
		assertEquals(FlashRegisters.BSY, registers.read(NSSR));
		registers.writeWord(HIGH + 16, 0x11);
		assertEquals(FlashRegisters.EOP | FlashRegisters.WBNE, registers.read(NSSR), "the write waited");
		registers.write(NSCR, FlashRegisters.PG | FlashRegisters.FW);
		board.scheduler().runUntil(board.scheduler().now() + TestBoards.MS);
		assertEquals(FlashRegisters.EOP, registers.read(NSSR));
		assertArrayEquals(new byte[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0x11, 0, 0, 0, -1 },
				flash.readBank(2, 0, 21));
		assertEquals(32, flash.programmedBytes(2));
	}

	@Test
	void wrongSequencesOfWordsAreFlags() throws FlashException {
		unlock();
		registers.writeWord(HIGH, 1);
		assertEquals(FlashRegisters.PGSERR, registers.read(NSSR));
		registers.write(NSCR, FlashRegisters.PG);
		registers.write(NSCCR, -1);
		registers.writeWord(HIGH, 1);
		registers.writeWord(HIGH, 1);
		assertEquals(FlashRegisters.STRBERR, registers.read(NSSR));
		registers.write(NSCCR, -1);
		registers.writeWord(HIGH, 1);
		registers.writeWord(HIGH + 16, 1);
		assertEquals(FlashRegisters.INCERR, registers.read(NSSR));
		assertEquals(FlashError.NOT_ALIGNED,
				assertThrows(FlashException.class, () -> registers.writeWord(HIGH + 2, 0)).error());
		assertEquals(FlashError.NO_SUCH_ADDRESS,
				assertThrows(FlashException.class, () -> registers.writeWord(0x20000000L, 0)).error());
		assertEquals(0, flash.programmedBytes(2));
	}

	@Test
	void writeProtectionActsFromTheLaunchOn() throws FlashException {
		flash.unlock();
		flash.programWriteProtection(2, ~(1 << 1));
		flash.eraseBank(2);
		assertEquals(-1, flash.writable(2));
		flash.launchOptionBytes();
		assertEquals(~2, flash.writable(2));
		assertEquals(~2, registers.read(WRP2R_CUR));
		flash.eraseSector(2, 3);
		flash.eraseSector(2, 8);
		registers.write(NSCCR, -1);
		assertEquals(FlashError.WRITE_PROTECTED, assertThrows(FlashException.class, () -> flash.eraseSector(2, 4)).error());
		assertEquals(FlashError.WRITE_PROTECTED, assertThrows(FlashException.class, () -> flash.eraseBank(2)).error());
		assertEquals(FlashError.WRITE_PROTECTED, assertThrows(FlashException.class,
				() -> flash.programQuadWord(HIGH + 7 * 8192, new byte[16], 0)).error());
		assertEquals(FlashRegisters.WRPERR, registers.read(NSSR));
		flash.programQuadWord(HIGH + 8 * 8192, new byte[16], 0);
		Board other = new Board(BoardConfig.defaults());
		other.restore(board.snapshot());
		assertEquals(~2, other.flash().writable(2));
		registers.write(WRP2R_PRG, -1);
		flash.launchOptionBytes();
		flash.eraseBank(2);
	}

	@Test
	void aProtectedSectorIsAFlagToRegisterUsers() throws FlashException {
		board.programmer().writeOptionBytes(false, -1, 0);
		flash.unlock();
		registers.write(NSCR, FlashRegisters.BER | FlashRegisters.BKSEL | FlashRegisters.START);
		assertEquals(FlashRegisters.WRPERR, registers.read(NSSR));
		registers.write(NSCCR, -1);
		registers.write(NSCR, FlashRegisters.PG);
		for (int i = 0; i < 4; i++) {
			registers.writeWord(HIGH + 4L * i, 0);
		}
		assertEquals(FlashRegisters.WRPERR, registers.read(NSSR));
		assertEquals(0, flash.programmedBytes(2));
	}

	@Test
	void aPlannedCutStrikesARunningErase() throws FlashException {
		for (Moment moment : new Moment[] { Moment.DURING, Moment.AFTER }) {
			flash.loadImage(2, image(8192));
			board.inject(FaultPlan.powerCut(0, moment));
			unlock();
			registers.write(NSCR, FlashRegisters.BER | FlashRegisters.BKSEL | FlashRegisters.START);
			assertTrue(board.powered());
			board.scheduler().runUntil(board.scheduler().now() + TestBoards.SECOND);
			assertFalse(board.powered());
			byte[] left = flash.readBank(2, 0, 8192);
			byte[] erased = new byte[8192];
			Arrays.fill(erased, (byte) 0xFF);
			assertEquals(moment == Moment.AFTER, Arrays.equals(erased, left));
			assertFalse(Arrays.equals(image(8192), left));
			boot(board);
		}
	}

	@Test
	void theCachedSystemFlashFaultsOnAFaithfulBoard() throws FlashException {
		Board faithful = new Board(new BoardConfig(9, TimingProfile.typical(), Fidelity.FAITHFUL));
		faithful.flash().loadImage(1, image(64));
		boot(faithful);
		byte[] size = new byte[2];
		FlashException e = assertThrows(FlashException.class,
				() -> faithful.flash().read(InternalFlash.SIZE_REGISTER, size, 0, 2));
		assertEquals(FlashError.BUS_FAULT, e.error());
		faithful.flash().setSystemFlashCacheable(false);
		faithful.flash().read(InternalFlash.SIZE_REGISTER, size, 0, 2);
		assertArrayEquals(new byte[] { 0, 8 }, size);
		faithful.reset(ResetCause.SOFTWARE);
		assertThrows(FlashException.class, () -> faithful.flash().read(0x08FFF000L, size, 0, 1));
		flash.read(0x08FFF000L, size, 0, 1);
		assertEquals(-1, size[0]);
		assertThrows(FlashException.class, () -> flash.read(0x08FFFFFFL, size, 0, 2));
	}

	@Test
	void randomRegisterAccessesNeverBreakTheController() {
		Random random = new Random(5);
		FlashRegister[] all = FlashRegister.values();
		int[] likely = { FlashRegisters.KEY1, FlashRegisters.KEY2, FlashRegisters.OPTKEY1, FlashRegisters.OPTKEY2 };
		int refused = 0;
		for (int i = 0; i < 20_000; i++) {
			FlashRegister register = all[random.nextInt(all.length)];
			int value = random.nextBoolean() ? likely[random.nextInt(4)] : random.nextInt() & ~FlashRegisters.BKSEL;
			try {
				registers.write(register, value);
				registers.writeWord(HIGH + random.nextInt(64) * 4L, value);
				registers.read(register);
			} catch (FlashException e) {
				refused++;
				assertEquals(FlashError.EXECUTING_BANK, e.error());
			}
			if (i % 100 == 0) {
				reset();
				flash.unlock();
			}
		}
		assertTrue(refused > 0);
		assertEquals(4096, flash.programmedBytes(1));
	}

	private void unlock() throws FlashException {
		registers.write(NSKEYR, FlashRegisters.KEY1);
		registers.write(NSKEYR, FlashRegisters.KEY2);
	}

	private void reset() {
		board.reset(ResetCause.SOFTWARE);
		board.scheduler().runUntil(board.scheduler().now() + 200 * TestBoards.MS);
	}
}
