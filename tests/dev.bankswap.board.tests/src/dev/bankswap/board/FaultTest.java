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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

import dev.bankswap.board.fault.Fault;
import dev.bankswap.board.fault.FaultPlan;
import dev.bankswap.board.fault.Memory;
import dev.bankswap.board.fault.Moment;
import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorLogged.class)
class FaultTest {

	private static final long HIGH = InternalFlash.HIGH_BASE;
	private static final byte[] ERASED = filled(0xFF, 16);

	private final Board board = TestBoards.typical();
	private final InternalFlash flash = board.flash();
	private final NorFlash nor = board.nor();

	@Test
	void operationsAreCountedFromThePlanOn() throws FlashException {
		boot(board);
		flash.unlock();
		flash.eraseBank(2);
		assertEquals(1, board.operations());
		board.inject(FaultPlan.NONE);
		flash.programQuadWord(HIGH, filled(1, 16), 0);
		flash.eraseSector(2, 1);
		flash.programSwapBank(false);
		flash.launchOptionBytes();
		nor.programPage(0, new byte[1], 0, 1);
		nor.eraseSector(0);
		assertEquals(5, board.operations());
		assertThrows(FlashException.class, () -> flash.programQuadWord(HIGH + 1, ERASED, 0));
		assertEquals(5, board.operations(), "what is refused is no operation");
	}

	@Test
	void aCutBeforeChangesNothingAndACutAfterEverything() throws FlashException {
		for (Moment moment : new Moment[] { Moment.BEFORE, Moment.AFTER }) {
			boolean done = moment == Moment.AFTER;
			flash.loadImage(2, image(32));
			cut(0, moment, () -> flash.programQuadWord(HIGH + 32, filled(0, 16), 0));
			assertArrayEquals(done ? filled(0, 16) : ERASED, flash.readBank(2, 32, 16));
			cut(0, moment, () -> flash.eraseSector(2, 0));
			assertEquals(done, Arrays.equals(ERASED, flash.readBank(2, 0, 16)));
			flash.loadImage(2, image(32));
			cut(0, moment, () -> flash.eraseBank(2));
			assertEquals(done, Arrays.equals(ERASED, flash.readBank(2, 0, 16)));
			cut(0, moment, () -> nor.programPage(0, new byte[2], 0, 2));
			assertArrayEquals(done ? new byte[2] : filled(0xFF, 2), norBytes(2));
			nor.programPage(0, new byte[2], 0, 2);
			cut(0, moment, () -> nor.eraseSector(0));
			assertArrayEquals(done ? filled(0xFF, 2) : new byte[2], norBytes(2));
			boolean swap = !flash.swapBankCurrent();
			cut(1, moment, () -> {
				flash.eraseSector(2, 9);
				flash.programSwapBank(swap);
				flash.launchOptionBytes();
			});
			assertEquals(done ? swap : !swap, flash.swapBankCurrent());
			board.programmer().writeOptionBytes(false, -1, -1);
		}
	}

	@Test
	void aPartlyProgrammedQuadWordIsBetweenAndUnreadable() throws FlashException {
		cut(0, Moment.DURING, () -> flash.programQuadWord(HIGH, filled(0, 16), 0));
		byte[] left = flash.readBank(2, 0, 16);
		assertFalse(Arrays.equals(ERASED, left));
		assertFalse(Arrays.equals(filled(0, 16), left));
		assertError(FlashError.ECC_DOUBLE_ERROR, () -> flash.read(HIGH, new byte[1], 0, 1));
		flash.read(HIGH + 16, new byte[1], 0, 1);
		flash.unlock();
		flash.eraseSector(2, 0);
		assertArrayEquals(ERASED, flash.readBank(2, 0, 16));
		flash.read(HIGH, new byte[16], 0, 16);
	}

	@Test
	void partlyProgrammedBitsAreOneOnlyWhereTheyMay() throws FlashException {
		byte[] wanted = image(16);
		cut(0, Moment.DURING, () -> flash.programQuadWord(HIGH, wanted, 0));
		byte[] left = flash.readBank(2, 0, 16);
		for (int i = 0; i < 16; i++) {
			assertEquals(wanted[i], wanted[i] & left[i], "a bit was cleared that had to stay");
		}
	}

	@Test
	void aHalfErasedSectorIsAMixture() throws FlashException {
		byte[] before = image(InternalFlash.SECTOR_SIZE * 2);
		int erased = 0;
		int kept = 0;
		int unreadable = 0;
		for (long seed = 0; seed < 8; seed++) {
			flash.loadImage(2, before);
			cut(new FaultPlan(seed, List.of(new Fault.PowerCut(0, Moment.DURING))), () -> flash.eraseSector(2, 0));
			for (int offset = 0; offset < InternalFlash.SECTOR_SIZE; offset += 16) {
				byte[] now = flash.readBank(2, offset, 16);
				if (Arrays.equals(ERASED, now)) {
					erased++;
				} else if (Arrays.equals(before, offset, offset + 16, now, 0, 16)) {
					kept++;
				} else {
					unreadable++;
					long address = HIGH + offset;
					assertError(FlashError.ECC_DOUBLE_ERROR, () -> flash.read(address, new byte[1], 0, 1));
				}
			}
			assertArrayEquals(Arrays.copyOfRange(before, 8192, 16384), flash.readBank(2, 8192, 8192));
		}
		assertTrue(erased > 500 && kept > 500 && unreadable > 50, erased + ", " + kept + ", " + unreadable);
	}

	@Test
	void anInterruptedBankEraseLeavesAMixtureAndTheNextEraseRepairsIt() throws FlashException {
		flash.loadImage(2, image(InternalFlash.BANK_SIZE));
		cut(0, Moment.DURING, () -> flash.eraseBank(2));
		byte[] left = flash.readBank(2, 0, InternalFlash.BANK_SIZE);
		assertFalse(Arrays.equals(image(InternalFlash.BANK_SIZE), left));
		assertFalse(Arrays.equals(filled(0xFF, InternalFlash.BANK_SIZE), left));
		flash.unlock();
		flash.eraseBank(2);
		byte[] all = new byte[InternalFlash.BANK_SIZE];
		flash.read(HIGH, all, 0, all.length);
		assertArrayEquals(filled(0xFF, InternalFlash.BANK_SIZE), all);
		assertEquals(0, flash.programmedBytes(2));
	}

	@Test
	void interruptedNorOperationsMixOldAndNew() throws FlashException {
		cut(0, Moment.DURING, () -> nor.programPage(0, new byte[256], 0, 256));
		byte[] page = norBytes(256);
		assertFalse(Arrays.equals(new byte[256], page));
		assertFalse(Arrays.equals(filled(0xFF, 256), page));
		byte[] zeros = new byte[NorFlash.SECTOR];
		board.programmer().writeNor(0, zeros);
		cut(new FaultPlan(3, List.of(new Fault.PowerCut(0, Moment.DURING))), () -> nor.eraseSector(0));
		byte[] sector = norBytes(NorFlash.SECTOR);
		assertFalse(Arrays.equals(zeros, sector));
		assertFalse(Arrays.equals(filled(0xFF, NorFlash.SECTOR), sector));
	}

	@Test
	void anInterruptedLaunchLeavesOldOrNewOptionBytes() throws FlashException {
		boolean[] seen = new boolean[2];
		for (long seed = 0; seed < 20; seed++) {
			board.programmer().writeOptionBytes(false, -1, -1);
			cut(new FaultPlan(seed, List.of(new Fault.PowerCut(0, Moment.DURING))), () -> {
				flash.programSwapBank(true);
				flash.launchOptionBytes();
			});
			seen[flash.swapBankCurrent() ? 1 : 0] = true;
		}
		assertArrayEquals(new boolean[] { true, true }, seen);
	}

	@Test
	void toTheProgramTheOperationDoesNotReturn() {
		List<String> log = new ArrayList<>();
		board.install((b, flags) -> {
			log.add("boot " + log.size());
			try {
				b.flash().unlock();
				b.flash().eraseBank(2);
				log.add("erased");
				b.nor().programPage(0, new byte[1], 0, 1);
				log.add("never");
			} catch (FlashException e) {
				log.add(e.getMessage());
			}
		});
		List<BoardEvent> events = record(board);
		Fault cut = new Fault.PowerCut(1, Moment.DURING);
		board.inject(FaultPlan.of(cut));
		boot(board);
		assertEquals(List.of("boot 0", "erased"), log);
		assertFalse(board.powered());
		assertEquals(cut, only(events, BoardEvent.FaultStruck.class).get(0).fault());
		assertEquals(1, only(events, BoardEvent.PoweredOff.class).size());
		boot(board);
		assertEquals(List.of("boot 0", "erased", "boot 2", "erased", "never"), log);
		assertEquals(4, board.operations());
	}

	@Test
	void oneFlippedBitIsCorrectedAndTwoAreNot() throws FlashException {
		flash.loadImage(2, image(64));
		board.inject(FaultPlan.of(new Fault.BitFlip(0, Memory.BANK_2, 17, 3), new Fault.BitFlip(1, Memory.BANK_2, 20, 0)));
		assertEquals(OptionalLong.empty(), flash.correctedAddress());
		nor.eraseSector(0);
		byte[] read = new byte[64];
		flash.read(HIGH, read, 0, 64);
		assertArrayEquals(image(64), read);
		assertEquals(OptionalLong.of(HIGH + 16), flash.correctedAddress());
		PersistentState weak = board.snapshot();
		nor.eraseSector(0);
		assertError(FlashError.ECC_DOUBLE_ERROR, () -> flash.read(HIGH + 16, read, 0, 16));
		assertEquals(image(64)[20] ^ 1, flash.readBank(2, 20, 1)[0]);
		board.restore(weak);
		flash.read(HIGH, read, 0, 64);
		assertEquals(OptionalLong.of(HIGH + 16), flash.correctedAddress());
		flash.unlock();
		flash.eraseSector(2, 0);
		board.restore(board.snapshot());
		flash.read(HIGH, read, 0, 64);
		assertEquals(OptionalLong.empty(), flash.correctedAddress());
	}

	@Test
	void aFlippedBitOfTheNorIsJustWrong() {
		board.inject(FaultPlan.of(new Fault.BitFlip(1, Memory.NOR, 5, 7)));
		nor.programPage(0, new byte[] { 0, 1, 2, 3, 4, 5 }, 0, 6);
		assertArrayEquals(new byte[] { 0, 1, 2, 3, 4, 5 }, norBytes(6));
		nor.eraseSector(8192);
		assertArrayEquals(new byte[] { 0, 1, 2, 3, 4, (byte) 0x85 }, norBytes(6));
	}

	@Test
	void anEccDoubleErrorComesWhenItIsDue() throws FlashException {
		flash.loadImage(2, image(64));
		board.inject(FaultPlan.of(new Fault.EccDoubleError(0, Memory.BANK_2, 33)));
		flash.read(HIGH, new byte[64], 0, 64);
		nor.eraseSector(0);
		FlashException e = assertError(FlashError.ECC_DOUBLE_ERROR, () -> flash.read(HIGH, new byte[64], 0, 64));
		assertEquals(HIGH + 32, e.address());
	}

	@Test
	void aStuckSectorKeepsItsContentsUntilThePlanIsReplaced() throws FlashException {
		flash.loadImage(2, image(2 * 8192));
		board.inject(FaultPlan.of(new Fault.StuckSector(0, Memory.BANK_2, 1), new Fault.StuckSector(2, Memory.NOR, 1)));
		flash.unlock();
		flash.eraseBank(2);
		assertArrayEquals(filled(0xFF, 8192), flash.readBank(2, 0, 8192));
		assertArrayEquals(Arrays.copyOfRange(image(16384), 8192, 16384), flash.readBank(2, 8192, 8192));
		assertEquals(2 * 8192, flash.programmedBytes(2));
		nor.programPage(4096, new byte[1], 0, 1);
		nor.programPage(4097, new byte[1], 0, 1);
		nor.eraseSector(4096);
		byte[] left = new byte[2];
		nor.read(4096, left, 0, 2);
		assertArrayEquals(new byte[] { 0, -1 }, left);
		board.inject(FaultPlan.NONE);
		nor.eraseSector(4096);
		flash.eraseSector(2, 1);
		assertEquals(0, flash.programmedBytes(2));
		nor.read(4096, left, 0, 2);
		assertArrayEquals(filled(0xFF, 2), left);
	}

	@Test
	void theSamePlanLeavesTheSameBits() throws FlashException {
		byte[][] left = new byte[3][];
		for (int i = 0; i < 3; i++) {
			flash.loadImage(2, image(8192));
			cut(new FaultPlan(i / 2, List.of(new Fault.PowerCut(0, Moment.DURING))), () -> flash.eraseSector(2, 0));
			left[i] = flash.readBank(2, 0, 8192);
		}
		assertArrayEquals(left[0], left[1]);
		assertFalse(Arrays.equals(left[0], left[2]));
	}

	private interface Access {
		void run() throws FlashException;
	}

	private void cut(long operation, Moment moment, Access access) throws FlashException {
		cut(FaultPlan.powerCut(operation, moment), access);
	}

	private void cut(FaultPlan plan, Access access) throws FlashException {
		board.inject(plan);
		flash.unlock();
		boolean stopped = false;
		try {
			access.run();
		} catch (CoreStopped e) {
			stopped = true;
		}
		assertTrue(stopped, "the operation returned");
		flash.lock();
	}

	private byte[] norBytes(int length) {
		return board.programmer().readNor(0, length);
	}

	private static FlashException assertError(FlashError error, org.junit.jupiter.api.function.Executable access) {
		FlashException e = assertThrows(FlashException.class, access);
		assertEquals(error, e.error(), e.getMessage());
		return e;
	}

	private static byte[] filled(int value, int length) {
		byte[] bytes = new byte[length];
		Arrays.fill(bytes, (byte) value);
		return bytes;
	}
}
