/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * The internal flash of the STM32H573: two physical banks of 128 sectors. SWAP_BANK decides which of them appears at
 * {@link #LOW_BASE}, where the core starts. <b>Erase operations name the physical bank, program and read operations a mapped
 * address</b>, as the registers do. An operation keeps the running action busy for its time.
 */
public final class InternalFlash {

	/** Bytes of a bank. */
	public static final int BANK_SIZE = 0x100000;

	/** Bytes of a sector, the smallest unit that can be erased. */
	public static final int SECTOR_SIZE = 0x2000;

	/** Sectors of a bank. */
	public static final int SECTORS = BANK_SIZE / SECTOR_SIZE;

	/** Bytes of a quad-word, the unit that can be programmed. */
	public static final int QUAD_WORD = 16;

	/** Where the bank appears that the core executes from. */
	public static final long LOW_BASE = 0x08000000L;

	/** Where the other bank appears. */
	public static final long HIGH_BASE = 0x08100000L;

	/** Address of the 16-bit register in system flash that holds the size of both banks in KB. */
	public static final long SIZE_REGISTER = 0x08FFF80CL;

	private static final int SIZE_REGISTER_BYTES = 2;
	private static final int KB = 1024;

	private final Scheduler scheduler;
	private final EventHub events;
	private final TimingProfile timing;
	private final BooleanSupplier executing;
	private final FlashBank[] banks = { new FlashBank(), new FlashBank() };
	private final OptionBytes options = new OptionBytes();
	private boolean locked = true;

	InternalFlash(Scheduler scheduler, EventHub events, TimingProfile timing, BooleanSupplier executing) {
		this.scheduler = scheduler;
		this.events = events;
		this.timing = timing;
		this.executing = executing;
	}

	/**
	 * Reads as the core does.
	 *
	 * @param address mapped address in a bank, or the size register
	 * @param dst     receives the bytes
	 * @param off     index of the first byte in it
	 * @param len     how many bytes
	 * @throws FlashException if there is no flash at the address or a quad-word has an ECC double error
	 */
	public void read(long address, byte[] dst, int off, int len) throws FlashException {
		Objects.checkFromIndexSize(off, len, dst.length);
		if (address >= SIZE_REGISTER && address + len <= SIZE_REGISTER + SIZE_REGISTER_BYTES) {
			readSizeRegister((int) (address - SIZE_REGISTER), dst, off, len);
			return;
		}
		requireMapped(address, len);
		int done = 0;
		while (done < len) {
			long at = address + done;
			int offset = offset(at);
			int run = Math.min(len - done, BANK_SIZE - offset);
			FlashBank bank = bank(mappedBank(at));
			int broken = bank.firstBroken(offset, run);
			if (broken >= 0) {
				throw new FlashException(FlashError.ECC_DOUBLE_ERROR, at - offset + broken, String.format(
						"ECC double error at 0x%08X: the quad-word was programmed twice; erase it first", at - offset + broken));
			}
			bank.read(offset, dst, off + done, run);
			done += run;
		}
	}

	/**
	 * Reads as a debugger does: no error, whatever the state of the ECC.
	 *
	 * @param physicalBank 1 or 2
	 * @param off          offset in the bank
	 * @param len          how many bytes
	 * @return a copy
	 */
	public byte[] readBank(int physicalBank, int off, int len) {
		Objects.checkFromIndexSize(off, len, BANK_SIZE);
		byte[] copy = new byte[len];
		bank(physicalBank).read(off, copy, 0, len);
		return copy;
	}

	/** Writes the key sequences that unlock the control register and the option bytes. */
	public void unlock() {
		locked = false;
	}

	/** Locks the control register and the option bytes again. */
	public void lock() {
		locked = true;
	}

	/**
	 * Programs a quad-word. A second time without an erase in between is accepted, but leaves an ECC error.
	 *
	 * @param mappedAddress where, on a quad-word boundary
	 * @param src           the contents
	 * @param off           index of the first of the 16 bytes
	 * @throws FlashException if the flash is locked or the address is unsuitable
	 */
	public void programQuadWord(long mappedAddress, byte[] src, int off) throws FlashException {
		Objects.checkFromIndexSize(off, QUAD_WORD, src.length);
		requireUnlocked(mappedAddress);
		requireMapped(mappedAddress, QUAD_WORD);
		if (mappedAddress % QUAD_WORD != 0) {
			throw new FlashException(FlashError.NOT_ALIGNED, mappedAddress,
					String.format("0x%08X is no quad-word boundary", mappedAddress));
		}
		int physicalBank = mappedBank(mappedAddress);
		bank(physicalBank).program(offset(mappedAddress), src, off);
		scheduler.spend(timing.quadWord());
		if (events.listening()) {
			events.emit(new BoardEvent.QuadWordProgrammed(scheduler.now(), physicalBank, offset(mappedAddress)));
		}
	}

	/**
	 * Erases a bank.
	 *
	 * @param physicalBank 1 or 2, whatever SWAP_BANK says
	 * @throws FlashException if the flash is locked or the core executes from this bank
	 */
	public void eraseBank(int physicalBank) throws FlashException {
		requireErasable(physicalBank);
		bank(physicalBank).erase();
		scheduler.spend(timing.bankErase());
		events.emit(new BoardEvent.BankErased(scheduler.now(), physicalBank));
	}

	/**
	 * Erases a sector.
	 *
	 * @param physicalBank 1 or 2, whatever SWAP_BANK says
	 * @param sector       its number in the bank
	 * @throws FlashException if the flash is locked or the core executes from this bank
	 */
	public void eraseSector(int physicalBank, int sector) throws FlashException {
		Objects.checkIndex(sector, SECTORS);
		requireErasable(physicalBank);
		bank(physicalBank).eraseSector(sector);
		scheduler.spend(timing.sectorErase());
		events.emit(new BoardEvent.SectorErased(scheduler.now(), physicalBank, sector));
	}

	/**
	 * The bank that the core executes from.
	 *
	 * @return physical bank mapped at {@link #LOW_BASE} since the last reset
	 */
	public int activeBank() {
		return options.applied() ? 2 : 1;
	}

	/**
	 * The bit SWAP_BANK of OPTSR_PRG.
	 *
	 * @return what was programmed, launched or not
	 */
	public boolean swapBankProgrammed() {
		return options.programmed();
	}

	/**
	 * The bit SWAP_BANK of OPTSR_CUR.
	 *
	 * @return what the option bytes hold, which the next reset applies
	 */
	public boolean swapBankCurrent() {
		return options.current();
	}

	/**
	 * Writes the bit SWAP_BANK of OPTSR_PRG. It is lost at a reset unless {@link #launchOptionBytes()} follows.
	 *
	 * @param swap true to start from bank 2
	 * @throws FlashException if the option bytes are locked
	 */
	public void programSwapBank(boolean swap) throws FlashException {
		requireUnlocked(0);
		options.program(swap);
	}

	/**
	 * Writes the option bytes: OPTSR_CUR takes the value of OPTSR_PRG. On this part neither does the mapping change, nor does
	 * the core reset; both wait for the next reset.
	 */
	public void launchOptionBytes() {
		options.launch();
		scheduler.spend(timing.optionBytes());
		events.emit(new BoardEvent.OptionByteProgrammed(scheduler.now(), options.current()));
	}

	/**
	 * The register at {@link #SIZE_REGISTER}, from which the firmware derives the size of a bank.
	 *
	 * @return size of both banks in KB
	 */
	public int flashSizeKb() {
		return 2 * BANK_SIZE / KB;
	}

	/**
	 * Replaces the contents of a bank as a programmer does: at once, and without the core noticing.
	 *
	 * @param physicalBank 1 or 2
	 * @param image        bytes from the start of the bank; the rest is erased
	 */
	public void loadImage(int physicalBank, byte[] image) {
		if (image.length > BANK_SIZE) {
			throw new IllegalArgumentException(
					"The image has " + image.length + " bytes, but a bank holds only " + BANK_SIZE);
		}
		bank(physicalBank).load(image);
		events.emit(new BoardEvent.ImageLoaded(scheduler.now(), physicalBank, image.length));
	}

	/**
	 * How far a bank is filled, for displays.
	 *
	 * @param physicalBank 1 or 2
	 * @return offset behind the last quad-word programmed since the bank was erased
	 */
	public int programmedBytes(int physicalBank) {
		return bank(physicalBank).highWater();
	}

	void reset() {
		locked = true;
		options.reset();
	}

	State snapshot() {
		return new State(banks[0].snapshot(), banks[1].snapshot(), options.current());
	}

	void restore(State state) {
		banks[0].restore(state.bank1);
		banks[1].restore(state.bank2);
		options.restore(state.swapBank);
	}

	private void requireUnlocked(long address) throws FlashException {
		if (locked) {
			throw new FlashException(FlashError.LOCKED, address, "The flash is locked; unlock it before this operation");
		}
	}

	private void requireErasable(int physicalBank) throws FlashException {
		bank(physicalBank);
		requireUnlocked(0);
		if (executing.getAsBoolean() && physicalBank == activeBank()) {
			throw new FlashException(FlashError.EXECUTING_BANK, LOW_BASE, "The core executes from bank " + physicalBank
					+ "; only the other bank can be erased");
		}
	}

	private static void requireMapped(long address, int length) throws FlashException {
		if (address < LOW_BASE || address + length > HIGH_BASE + BANK_SIZE) {
			throw new FlashException(FlashError.NO_SUCH_ADDRESS, address,
					String.format("There is no flash at 0x%08X, %d bytes", address, length));
		}
	}

	private void readSizeRegister(int first, byte[] dst, int off, int len) {
		for (int i = 0; i < len; i++) {
			dst[off + i] = (byte) (flashSizeKb() >> Byte.SIZE * (first + i));
		}
	}

	private int mappedBank(long address) {
		boolean low = address < HIGH_BASE;
		return low ? activeBank() : 3 - activeBank();
	}

	private static int offset(long address) {
		return (int) (address - LOW_BASE) % BANK_SIZE;
	}

	private FlashBank bank(int physicalBank) {
		if (physicalBank != 1 && physicalBank != 2) {
			throw new IllegalArgumentException("There is no bank " + physicalBank + ", only 1 and 2");
		}
		return banks[physicalBank - 1];
	}

	record State(FlashBank.State bank1, FlashBank.State bank2, boolean swapBank) {
	}
}
