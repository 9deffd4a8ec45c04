/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Objects;
import java.util.OptionalLong;
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

	private static final int KB = 1024;

	private final Scheduler scheduler;
	private final EventHub events;
	private final FlashBank[] banks;
	private final Operations runner;
	private final OptionBytes options = new OptionBytes();
	private final FlashOperations operations;
	private final SystemFlash systemFlash;
	private final FlashRegisters registers;
	private long correctedAddress = -1;

	InternalFlash(Scheduler scheduler, EventHub events, BoardConfig config, BooleanSupplier executing, FlashBank[] banks,
			Operations runner) {
		this.scheduler = scheduler;
		this.events = events;
		this.banks = banks;
		this.runner = runner;
		operations = new FlashOperations(banks, options, config.timing(), executing);
		systemFlash = new SystemFlash(config.seed(), flashSizeKb(), config.fidelity().systemFlashFault());
		registers = new FlashRegisters(this, operations, options, runner);
	}

	/**
	 * The registers of the controller, for programs that use it without a driver.
	 *
	 * @return keys, flags, write buffer
	 */
	public FlashRegisters registers() {
		return registers;
	}

	/**
	 * Reads as the core does.
	 *
	 * @param address mapped address in a bank or in the system flash
	 * @param dst     receives the bytes
	 * @param off     index of the first byte in it
	 * @param len     how many bytes
	 * @throws FlashException if there is no flash at the address, it must not be read through the cache, or a quad-word has an
	 *                        ECC double error
	 */
	public void read(long address, byte[] dst, int off, int len) throws FlashException {
		Objects.checkFromIndexSize(off, len, dst.length);
		if (SystemFlash.contains(address, len)) {
			systemFlash.read(address, dst, off, len);
			return;
		}
		FlashOperations.requireMapped(address, len);
		registers.settle();
		int done = 0;
		while (done < len) {
			long at = address + done;
			int offset = FlashOperations.offset(at);
			int run = Math.min(len - done, BANK_SIZE - offset);
			FlashBank bank = bank(operations.mappedBank(at));
			int broken = bank.firstBroken(offset, run);
			if (broken >= 0) {
				throw new FlashException(FlashError.ECC_DOUBLE_ERROR, at - offset + broken, String.format(
						"ECC double error at 0x%08X: more bits of the quad-word are wrong than can be corrected, as after"
								+ " programming it twice; erase it first", at - offset + broken));
			}
			int corrected = bank.firstCorrected(offset, run);
			if (corrected >= 0) {
				correctedAddress = at - offset + corrected;
			}
			bank.read(offset, dst, off + done, run);
			done += run;
		}
	}

	/**
	 * Where the ECC corrected a bit.
	 *
	 * @return mapped address of the last such quad-word that was read since the reset
	 */
	public OptionalLong correctedAddress() {
		return correctedAddress < 0 ? OptionalLong.empty() : OptionalLong.of(correctedAddress);
	}

	/**
	 * Sets how the MPU maps the system flash. After a reset it is cached.
	 *
	 * @param cacheable false for device memory, which the size register needs on a faithful board
	 */
	public void setSystemFlashCacheable(boolean cacheable) {
		systemFlash.setCached(cacheable);
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
		registers.lock().unlock();
		registers.optionLock().unlock();
	}

	/** Locks the control register and the option bytes again. */
	public void lock() {
		registers.lock().lock();
		registers.optionLock().lock();
	}

	/**
	 * Programs a quad-word. A second time without an erase in between is accepted, but leaves an ECC error.
	 *
	 * @param mappedAddress where, on a quad-word boundary
	 * @param src           the contents
	 * @param off           index of the first of the 16 bytes
	 * @throws FlashException if the flash is locked or the address is unsuitable or write-protected
	 */
	public void programQuadWord(long mappedAddress, byte[] src, int off) throws FlashException {
		Objects.checkFromIndexSize(off, QUAD_WORD, src.length);
		requireUnlocked(registers.lock(), mappedAddress);
		try {
			run(operations.program(mappedAddress, src, off));
		} catch (FlashException e) {
			throw noted(e);
		}
	}

	/**
	 * Erases a bank.
	 *
	 * @param physicalBank 1 or 2, whatever SWAP_BANK says
	 * @throws FlashException if the flash is locked or the core executes from this bank or part of it is write-protected
	 */
	public void eraseBank(int physicalBank) throws FlashException {
		bank(physicalBank);
		requireUnlocked(registers.lock(), 0);
		try {
			run(operations.eraseBank(physicalBank));
		} catch (FlashException e) {
			throw noted(e);
		}
	}

	/**
	 * Erases a sector.
	 *
	 * @param physicalBank 1 or 2, whatever SWAP_BANK says
	 * @param sector       its number in the bank
	 * @throws FlashException if the flash is locked or the core executes from this bank or the sector is write-protected
	 */
	public void eraseSector(int physicalBank, int sector) throws FlashException {
		Objects.checkIndex(sector, SECTORS);
		bank(physicalBank);
		requireUnlocked(registers.lock(), 0);
		try {
			run(operations.eraseSector(physicalBank, sector));
		} catch (FlashException e) {
			throw noted(e);
		}
	}

	/**
	 * The bank that the core executes from.
	 *
	 * @return physical bank mapped at {@link #LOW_BASE} since the last reset
	 */
	public int activeBank() {
		return operations.activeBank();
	}

	/**
	 * The bit SWAP_BANK of OPTSR_PRG.
	 *
	 * @return what was programmed, launched or not
	 */
	public boolean swapBankProgrammed() {
		return options.programmed().swapBank();
	}

	/**
	 * The bit SWAP_BANK of OPTSR_CUR.
	 *
	 * @return what the option bytes hold, which the next reset applies
	 */
	public boolean swapBankCurrent() {
		return options.current().swapBank();
	}

	/**
	 * Writes the bit SWAP_BANK of OPTSR_PRG. It is lost at a reset unless {@link #launchOptionBytes()} follows.
	 *
	 * @param swap true to start from bank 2
	 * @throws FlashException if the option bytes are locked
	 */
	public void programSwapBank(boolean swap) throws FlashException {
		requireUnlocked(registers.optionLock(), 0);
		options.program(options.programmed().withSwapBank(swap));
	}

	/**
	 * Writes WRP1R_PRG or WRP2R_PRG, which {@link #launchOptionBytes()} puts into force.
	 *
	 * @param physicalBank 1 or 2
	 * @param writable     a bit for every four sectors: 0 protects them, -1 protects none
	 * @throws FlashException if the option bytes are locked
	 */
	public void programWriteProtection(int physicalBank, int writable) throws FlashException {
		bank(physicalBank);
		requireUnlocked(registers.optionLock(), 0);
		options.program(options.programmed().withWritable(physicalBank, writable));
	}

	/**
	 * The write protection of a bank.
	 *
	 * @param physicalBank 1 or 2
	 * @return a bit for every four sectors: 0 where they are protected
	 */
	public int writable(int physicalBank) {
		bank(physicalBank);
		return options.current().writable(physicalBank);
	}

	/**
	 * Writes the option bytes: OPTSR_CUR takes the value of OPTSR_PRG. On this part neither does the mapping change, nor does
	 * the core reset; both wait for the next reset.
	 */
	public void launchOptionBytes() {
		registers.settle();
		runner.run(operations.launchOptionBytes());
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
		registers.reset();
		options.reset();
		systemFlash.setCached(true);
		correctedAddress = -1;
	}

	State snapshot() {
		return new State(banks[0].snapshot(), banks[1].snapshot(), options.current());
	}

	void restore(State state) {
		banks[0].restore(state.bank1);
		banks[1].restore(state.bank2);
		options.restore(state.options);
	}

	void loadOptionBytes(OptionBytes.Values values, boolean apply) {
		options.program(values);
		options.launch();
		if (apply) {
			options.reset();
		}
	}

	OptionBytes options() {
		return options;
	}

	private void run(CellOperation operation) {
		registers.settle();
		runner.run(operation);
		registers.raise(FlashRegisters.EOP);
	}

	private FlashException noted(FlashException refusal) {
		registers.raise(refusal.error() == FlashError.WRITE_PROTECTED ? FlashRegisters.WRPERR : 0);
		return refusal;
	}

	private static void requireUnlocked(KeyLock lock, long address) throws FlashException {
		if (lock.locked()) {
			throw new FlashException(FlashError.LOCKED, address,
					lock.blocked() ? "The flash is locked until the next reset, because a wrong key was written"
							: "The flash is locked; unlock it before this operation");
		}
	}

	private FlashBank bank(int physicalBank) {
		return operations.bank(physicalBank);
	}

	record State(FlashBank.State bank1, FlashBank.State bank2, OptionBytes.Values options) {
	}
}
