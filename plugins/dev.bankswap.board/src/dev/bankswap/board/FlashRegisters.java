/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Arrays;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The register interface of the internal flash: keys, write buffer, busy and error flags. An operation that is started here goes
 * on while the program does, and a reset interrupts it. The methods of {@link InternalFlash} do the same in one step.
 */
public final class FlashRegisters {

	/** First key of {@link FlashRegister#NSKEYR}. */
	public static final int KEY1 = 0x45670123;
	/** Second key of {@link FlashRegister#NSKEYR}. */
	public static final int KEY2 = 0xCDEF89AB;
	/** First key of {@link FlashRegister#OPTKEYR}. */
	public static final int OPTKEY1 = 0x08192A3B;
	/** Second key of {@link FlashRegister#OPTKEYR}. */
	public static final int OPTKEY2 = 0x4C5D6E7F;

	/** NSCR and OPTCR: locked. */
	public static final int LOCK = 1;
	/** NSCR: programming is allowed. */
	public static final int PG = 1 << 1;
	/** NSCR: erase a sector. */
	public static final int SER = 1 << 2;
	/** NSCR: erase a bank. */
	public static final int BER = 1 << 3;
	/** NSCR: program a quad-word that is not complete. */
	public static final int FW = 1 << 4;
	/** NSCR: start the erase. */
	public static final int START = 1 << 5;
	/** NSCR: position of the seven bits of the sector's number. */
	public static final int SNB_POSITION = 6;
	/** NSCR: erase both banks. */
	public static final int MER = 1 << 15;
	/** NSCR: erase in physical bank 2. */
	public static final int BKSEL = 1 << 31;

	/** OPTCR: write the option bytes. */
	public static final int OPTSTART = 1 << 1;
	/** OPTCR, OPTSR_CUR and OPTSR_PRG: the banks are swapped. */
	public static final int SWAP_BANK = 1 << 31;

	/** NSSR: an operation is under way. */
	public static final int BSY = 1;
	/** NSSR: the write buffer waits for the rest of a quad-word. */
	public static final int WBNE = 1 << 1;
	/** NSSR: an operation ended. */
	public static final int EOP = 1 << 16;
	/** NSSR: the sector is write-protected. */
	public static final int WRPERR = 1 << 17;
	/** NSSR: written to the flash although programming was not allowed. */
	public static final int PGSERR = 1 << 18;
	/** NSSR: the same word of a quad-word was written twice. */
	public static final int STRBERR = 1 << 19;
	/** NSSR: the quad-word was not completed before the next one. */
	public static final int INCERR = 1 << 20;

	private static final int SNB_MASK = 0x7F;
	private static final int CONTROL_MASK = PG | SER | BER | MER | SNB_MASK << SNB_POSITION | BKSEL;
	private static final int WORDS = InternalFlash.QUAD_WORD / Integer.BYTES;
	private static final int ALL_WORDS = (1 << WORDS) - 1;

	private final InternalFlash flash;
	private final FlashOperations operations;
	private final OptionBytes options;
	private final Operations runner;
	private final KeyLock lock = new KeyLock(KEY1, KEY2);
	private final KeyLock optionLock = new KeyLock(OPTKEY1, OPTKEY2);
	private final byte[] buffer = new byte[InternalFlash.QUAD_WORD];
	private int filled;
	private long bufferAddress;
	private int control;
	private int flags;
	private Operations.@Nullable Pending pending;

	/** Makes an operation, unless the controller refuses it. */
	@FunctionalInterface
	private interface Request {
		CellOperation operation() throws FlashException;
	}

	FlashRegisters(InternalFlash flash, FlashOperations operations, OptionBytes options, Operations runner) {
		this.flash = flash;
		this.operations = operations;
		this.options = options;
		this.runner = runner;
	}

	/**
	 * Reads a register.
	 *
	 * @param register which
	 * @return its value; 0 of those that can only be written
	 */
	public int read(FlashRegister register) {
		return switch (register) {
			case NSSR -> flags | (busy() ? BSY : 0) | (filled == 0 ? 0 : WBNE);
			case NSCR -> control | (lock.locked() ? LOCK : 0);
			case OPTCR -> (optionLock.locked() ? LOCK : 0) | (options.applied() ? SWAP_BANK : 0);
			case OPTSR_CUR -> options.current().swapBank() ? SWAP_BANK : 0;
			case OPTSR_PRG -> options.programmed().swapBank() ? SWAP_BANK : 0;
			case WRP1R_CUR -> options.current().writable1();
			case WRP1R_PRG -> options.programmed().writable1();
			case WRP2R_CUR -> options.current().writable2();
			case WRP2R_PRG -> options.programmed().writable2();
			default -> 0;
		};
	}

	/**
	 * Writes a register. What is locked or can only be read keeps its value.
	 *
	 * @param register which
	 * @param value    all its bits
	 * @throws FlashException if an erase is started of the bank that the core executes from
	 */
	public void write(FlashRegister register, int value) throws FlashException {
		switch (register) {
			case NSKEYR -> lock.write(value);
			case OPTKEYR -> optionLock.write(value);
			case NSCCR -> flags &= ~value;
			case NSCR -> writeControl(value);
			case OPTCR -> writeOptionControl(value);
			case OPTSR_PRG -> program(options.programmed().withSwapBank((value & SWAP_BANK) != 0));
			case WRP1R_PRG -> program(options.programmed().withWritable(1, value));
			case WRP2R_PRG -> program(options.programmed().withWritable(2, value));
			default -> {
				// the others can only be read
			}
		}
	}

	/**
	 * Writes a word to the flash. The fourth one of a quad-word starts programming it.
	 *
	 * @param address mapped address, on a word boundary
	 * @param value   the word
	 * @throws FlashException if there is no flash at the address
	 */
	public void writeWord(long address, int value) throws FlashException {
		FlashOperations.requireMapped(address, Integer.BYTES);
		if (address % Integer.BYTES != 0) {
			throw new FlashException(FlashError.NOT_ALIGNED, address, String.format("0x%08X is no word boundary", address));
		}
		settle();
		long quadWord = address / InternalFlash.QUAD_WORD * InternalFlash.QUAD_WORD;
		int word = 1 << (address - quadWord) / Integer.BYTES;
		if (lock.locked() || (control & PG) == 0) {
			flags |= PGSERR;
		} else if (filled != 0 && quadWord != bufferAddress) {
			fail(INCERR);
		} else if ((filled & word) != 0) {
			fail(STRBERR);
		} else {
			bufferAddress = quadWord;
			for (int i = 0; i < Integer.BYTES; i++) {
				buffer[(int) (address - quadWord) + i] = (byte) (value >> Byte.SIZE * i);
			}
			filled |= word;
			programIfFull();
		}
	}

	KeyLock lock() {
		return lock;
	}

	KeyLock optionLock() {
		return optionLock;
	}

	void raise(int flag) {
		flags |= flag;
	}

	/** The running action waits for the operation under way. */
	void settle() {
		Operations.Pending running = pending;
		if (running != null) {
			running.await();
		}
	}

	void reset() {
		Operations.Pending running = pending;
		if (running != null) {
			running.abort();
		}
		pending = null;
		lock.reset();
		optionLock.reset();
		clearBuffer();
		control = 0;
		flags = 0;
	}

	private boolean busy() {
		Operations.Pending running = pending;
		return running != null && running.busy();
	}

	private void writeControl(int value) throws FlashException {
		if (lock.locked() || busy()) {
			return;
		}
		if ((value & LOCK) != 0) {
			lock.lock();
		}
		control = value & CONTROL_MASK;
		if ((value & FW) != 0 && filled != 0) {
			filled = ALL_WORDS;
			programIfFull();
		}
		if ((value & START) != 0) {
			erase();
		}
	}

	private void erase() throws FlashException {
		int bank = (control & BKSEL) != 0 ? 2 : 1;
		if ((control & MER) != 0) {
			operations.requireNotExecuting(1);
			operations.requireNotExecuting(2);
			start(() -> operations.eraseBank(1));
			settle();
			start(() -> operations.eraseBank(2));
		} else if ((control & BER) != 0) {
			start(() -> operations.eraseBank(bank));
		} else if ((control & SER) != 0) {
			start(() -> operations.eraseSector(bank, control >> SNB_POSITION & SNB_MASK));
		} else {
			flags |= PGSERR;
		}
	}

	private void writeOptionControl(int value) {
		if (!optionLock.locked()) {
			if ((value & OPTSTART) != 0) {
				flash.launchOptionBytes();
			}
			if ((value & LOCK) != 0) {
				optionLock.lock();
			}
		}
	}

	private void program(OptionBytes.Values values) {
		if (!optionLock.locked()) {
			options.program(values);
		}
	}

	private void programIfFull() throws FlashException {
		if (filled == ALL_WORDS) {
			byte[] quadWord = buffer.clone();
			clearBuffer();
			start(() -> operations.program(bufferAddress, quadWord, 0));
		}
	}

	/** A refusal because of write protection is a flag, any other a fault of the core. */
	private void start(Request request) throws FlashException {
		try {
			pending = runner.start(request.operation(), () -> flags |= EOP);
		} catch (FlashException e) {
			if (e.error() != FlashError.WRITE_PROTECTED) {
				throw e;
			}
			flags |= WRPERR;
		}
	}

	private void fail(int flag) {
		flags |= flag;
		clearBuffer();
	}

	private void clearBuffer() {
		filled = 0;
		Arrays.fill(buffer, (byte) 0xFF);
	}
}
