/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import dev.bankswap.board.fault.Moment;
import org.eclipse.jdt.annotation.Nullable;

/** Carries out operations of the memories: it lets their time pass, numbers them, and lets planned faults strike. */
final class Operations {

	private final Scheduler scheduler;
	private final EventHub events;
	private final FaultInjector faults;
	private final Runnable powerCut;

	Operations(Scheduler scheduler, EventHub events, FaultInjector faults, Runnable powerCut) {
		this.scheduler = scheduler;
		this.events = events;
		this.faults = faults;
		this.powerCut = powerCut;
	}

	/** Carries out an operation while the running action waits for it. */
	void run(CellOperation operation) {
		Moment cut = faults.next();
		if (cut == Moment.BEFORE) {
			throw cutPower();
		}
		if (cut == Moment.DURING) {
			scheduler.spend(operation.duration() / 2);
			operation.interrupt(faults.random());
			throw cutPower();
		}
		operation.complete();
		scheduler.spend(operation.duration());
		announce(operation);
		if (cut == Moment.AFTER) {
			throw cutPower();
		}
	}

	/** Begins an operation that goes on while the program does. */
	Pending start(CellOperation operation, Runnable done) {
		Moment cut = faults.next();
		if (cut == Moment.BEFORE) {
			throw cutPower();
		}
		return new Pending(operation, cut, done);
	}

	private void announce(CellOperation operation) {
		if (events.listening()) {
			events.emit(operation.event(scheduler.now()));
		}
	}

	/** The running action ends here, whether firmware runs it or not. */
	private CoreStopped cutPower() {
		powerCut.run();
		return new CoreStopped("power cut");
	}

	/** An operation that has begun. */
	final class Pending {

		private final CellOperation operation;
		private final @Nullable Moment cut;
		private final Runnable done;
		private final long number = faults.operations() - 1;
		private final Scheduled end;
		private final long endTime;

		Pending(CellOperation operation, @Nullable Moment cut, Runnable done) {
			this.operation = operation;
			this.cut = cut;
			this.done = done;
			long duration = cut == Moment.DURING ? operation.duration() / 2 : operation.duration();
			endTime = scheduler.now() + duration;
			end = scheduler.at(endTime, Scheduler.HARDWARE_PRIORITY, this::end);
		}

		/** Whether it is under way; then its time may be over, but nothing has happened yet. */
		boolean busy() {
			return end.pending();
		}

		/** Lets the running action wait for the end. */
		void await() {
			if (end.pending()) {
				end.cancel();
				scheduler.spend(Math.max(0, endTime - scheduler.now()));
				if (endsInPowerCut()) {
					throw new CoreStopped("power cut");
				}
			}
		}

		/** A reset or a power cut ends it too early. */
		void abort() {
			if (end.pending()) {
				end.cancel();
				operation.interrupt(faults.random(number));
			}
		}

		private void end() {
			endsInPowerCut();
		}

		private boolean endsInPowerCut() {
			if (cut == Moment.DURING) {
				operation.interrupt(faults.random(number));
			} else {
				operation.complete();
				done.run();
				announce(operation);
			}
			if (cut != null) {
				powerCut.run();
			}
			return cut != null;
		}
	}
}
