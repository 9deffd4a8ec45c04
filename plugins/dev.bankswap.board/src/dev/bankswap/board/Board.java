/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;

import dev.bankswap.board.fault.FaultPlan;
import dev.bankswap.board.fault.Memory;
import org.eclipse.jdt.annotation.Nullable;

/**
 * An STM32H573I-DK: the parts and what connects them, which is the supply and the reset line. Like its parts it belongs to
 * the thread that runs its scheduler; other threads hand in what they want by {@link Scheduler#post(Runnable)}.
 */
public final class Board {

	private static final Logger LOG = System.getLogger("dev.bankswap.board");

	private final Scheduler scheduler = new Scheduler();
	private final EventHub events = new EventHub();
	private final Cpu cpu = new Cpu(scheduler, this::fault);
	private final Leds leds = new Leds(scheduler, events);
	private final UserButton userButton = new UserButton(scheduler, events);
	private final Iwdg watchdog = new Iwdg(scheduler, () -> reset(ResetCause.WATCHDOG));
	private final BoardConfig config;
	private final FaultInjector faults;
	private final Programmer programmer;
	private final InternalFlash flash;
	private final NorFlash nor;
	private final Uart uart;
	private final Rng rng;
	private Firmware firmware = (board, flags) -> {
		// a program that does nothing
	};
	private boolean powered;
	private int resetFlags;
	private @Nullable Scheduled start;

	/**
	 * Creates a board with erased flashes and without power.
	 *
	 * @param config seed and timing
	 */
	public Board(BoardConfig config) {
		this.config = config;
		FlashBank[] banks = { new FlashBank(), new FlashBank() };
		NorCells norCells = new NorCells();
		faults = new FaultInjector(scheduler, events,
				Map.of(Memory.BANK_1, banks[0], Memory.BANK_2, banks[1], Memory.NOR, norCells));
		Operations operations = new Operations(scheduler, events, faults, this::powerOff);
		flash = new InternalFlash(scheduler, events, config, cpu::running, banks, operations);
		nor = new NorFlash(config.timing(), norCells, operations);
		programmer = new Programmer(flash, banks, norCells, scheduler, events, cpu);
		uart = new Uart(scheduler, events, cpu, faults, config);
		rng = new Rng(config.seed());
	}

	/**
	 * The clock and the event queue.
	 *
	 * @return the scheduler of this board
	 */
	public Scheduler scheduler() {
		return scheduler;
	}

	/**
	 * The internal flash.
	 *
	 * @return both banks and the option bytes
	 */
	public InternalFlash flash() {
		return flash;
	}

	/**
	 * The external flash.
	 *
	 * @return the MX25LM51245G
	 */
	public NorFlash nor() {
		return nor;
	}

	/**
	 * The console.
	 *
	 * @return USART1 and its wire
	 */
	public Uart uart() {
		return uart;
	}

	/**
	 * The random number generator.
	 *
	 * @return the RNG
	 */
	public Rng rng() {
		return rng;
	}

	/**
	 * The LEDs.
	 *
	 * @return all four
	 */
	public Leds leds() {
		return leds;
	}

	/**
	 * The user button.
	 *
	 * @return the button on PC13
	 */
	public UserButton userButton() {
		return userButton;
	}

	/**
	 * The independent watchdog.
	 *
	 * @return the IWDG, which the program starts
	 */
	public Iwdg watchdog() {
		return watchdog;
	}

	/**
	 * The core.
	 *
	 * @return what runs the firmware
	 */
	public Cpu cpu() {
		return cpu;
	}

	/**
	 * The debug probe.
	 *
	 * @return access to the memories past the core
	 */
	public Programmer programmer() {
		return programmer;
	}

	/**
	 * Plans what shall go wrong. The numbers of operations and bytes begin with 0 again, and sectors that were stuck work.
	 *
	 * @param plan replaces the one before
	 */
	public void inject(FaultPlan plan) {
		faults.use(plan);
	}

	/**
	 * What shall go wrong.
	 *
	 * @return the plan in force
	 */
	public FaultPlan faults() {
		return faults.plan();
	}

	/**
	 * How many operations have begun: program, erase, and writes of option bytes.
	 *
	 * @return their number since the board was made or the plan of faults was given, which is the number of the next one
	 */
	public long operations() {
		return faults.operations();
	}

	/**
	 * How the board was configured.
	 *
	 * @return seed and timing
	 */
	public BoardConfig config() {
		return config;
	}

	/**
	 * Sets the model of the program. It runs from the next boot on.
	 *
	 * @param program what the image in the active bank does
	 */
	public void install(Firmware program) {
		firmware = program;
	}

	/** Switches the supply on; the core starts after the reset time. Without effect on a board that has power. */
	public void powerOn() {
		if (!powered) {
			powered = true;
			resetFlags = 0;
			reset(ResetCause.POWER_ON);
		}
	}

	/**
	 * Switches the supply off. Only the flashes and the option bytes keep their contents. The running action of the firmware
	 * ends here: to it, this call does not return.
	 */
	public void powerOff() {
		if (powered) {
			powered = false;
			stopParts();
			events.emit(new BoardEvent.PoweredOff(scheduler.now()));
			cpu.abandon("power off");
		}
	}

	/**
	 * Resets the core: it starts again after the reset time, from the bank that the option bytes name now. The running action
	 * of the firmware ends here: to it, this call does not return. Without effect on a board without power.
	 *
	 * @param cause why; the program finds the flags in RCC_RSR, beside those of resets that no program has seen yet
	 */
	public void reset(ResetCause cause) {
		if (powered) {
			stopParts();
			resetFlags |= cause.rsrBits();
			start = scheduler.after(config.timing().reset(), Scheduler.HARDWARE_PRIORITY, this::boot);
			events.emit(new BoardEvent.Reset(scheduler.now(), cause));
			cpu.abandon("reset");
		}
	}

	/**
	 * Whether the core executes firmware.
	 *
	 * @return false before boot, after a fault and without power
	 */
	public boolean running() {
		return cpu.running();
	}

	/**
	 * Whether the supply is on.
	 *
	 * @return true from power on to power off
	 */
	public boolean powered() {
		return powered;
	}

	/**
	 * Adds a listener. Any thread may call this.
	 *
	 * @param listener is told of everything visible
	 */
	public void addListener(BoardListener listener) {
		events.add(listener);
	}

	/**
	 * Removes a listener. Any thread may call this.
	 *
	 * @param listener one that was added before
	 */
	public void removeListener(BoardListener listener) {
		events.remove(listener);
	}

	/**
	 * Captures what survives a power cut. This copies no contents and takes microseconds.
	 *
	 * @return a value that nothing changes any more
	 */
	public PersistentState snapshot() {
		return new PersistentState(flash.snapshot(), nor.snapshot(), rng.position());
	}

	/**
	 * Puts a captured state into this board, which loses its power first. The time goes on.
	 *
	 * @param state from this or another board; it stays valid
	 */
	public void restore(PersistentState state) {
		if (powered) {
			powered = false;
			stopParts();
			events.emit(new BoardEvent.PoweredOff(scheduler.now()));
		}
		flash.reset();
		nor.reset();
		flash.restore(state.flash());
		nor.restore(state.nor());
		rng.seek(state.rngPosition());
		cpu.abandon("restore");
	}

	/** The same at the pins of all parts: their registers are lost. */
	private void stopParts() {
		Scheduled waiting = start;
		if (waiting != null) {
			waiting.cancel();
		}
		cpu.stop();
		watchdog.stop();
		uart.reset();
		leds.reset();
		flash.reset();
		nor.reset();
	}

	private void boot() {
		Optional<String> problem = VectorTable.problem(flash);
		if (problem.isPresent()) {
			events.emit(new BoardEvent.BootFailed(scheduler.now(), flash.activeBank(), problem.get()));
			return;
		}
		int flags = resetFlags;
		resetFlags = 0;
		cpu.start();
		events.emit(new BoardEvent.Booted(scheduler.now(), flash.activeBank()));
		Firmware program = firmware;
		cpu.run(Cpu.INTERRUPT_PRIORITY, () -> program.boot(this, flags));
	}

	private void fault(Throwable cause) {
		uart.reset();
		LOG.log(Level.WARNING, "The firmware stopped in its fault handler", cause);
		events.emit(new BoardEvent.FirmwareFault(scheduler.now(), cause));
	}
}
