/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;

import dev.bankswap.simulator.SimulatedDevice;
import dev.bankswap.simulator.demo.DemoException;
import dev.bankswap.simulator.demo.DemoListener;
import dev.bankswap.simulator.demo.DemoOptions;
import dev.bankswap.simulator.demo.DemoReport;
import dev.bankswap.simulator.demo.DemoStage;
import dev.bankswap.simulator.demo.StageResult;
import dev.bankswap.ui.console.ConsoleBuffer;

/**
 * What is simulated in this IDE at the moment. A Declarative Services component: made when a view or a command first asks for
 * it, closed when the plug-in stops. It owns the board and closes it when the next one comes. All methods can be called from
 * any thread.
 */
public final class SimulatorSession implements AutoCloseable {

	private final DemoRun.Factory factory;

	private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();

	private final ConsoleBuffer console = new ConsoleBuffer(ConsoleBuffer.DEFAULT_LIMIT);

	private final Object lock = new Object();

	private @Nullable DemoRun run;

	private Optional<SimulatedDevice> device = Optional.empty();

	private DemoProgress demo = DemoProgress.none();

	/** Called by Declarative Services. */
	public SimulatorSession() {
		this(DemoRun::real);
	}

	SimulatorSession(DemoRun.Factory factory) {
		this.factory = factory;
	}

	/**
	 * Adds a listener.
	 *
	 * @param listener told of every change
	 */
	public void addListener(SessionListener listener) {
		listeners.add(listener);
	}

	/**
	 * Removes a listener.
	 *
	 * @param listener the listener; one that was never added is ignored
	 */
	public void removeListener(SessionListener listener) {
		listeners.remove(listener);
	}

	/**
	 * Returns the board that is simulated.
	 *
	 * @return the board, if there is one
	 */
	public Optional<SimulatedDevice> device() {
		synchronized (lock) {
			return device;
		}
	}

	/**
	 * Returns what the board printed, also before a view was open.
	 *
	 * @return the console; always the same one
	 */
	public ConsoleBuffer console() {
		return console;
	}

	/**
	 * Returns how far the demonstration is.
	 *
	 * @return the progress at this moment
	 */
	public DemoProgress demo() {
		synchronized (lock) {
			return demo;
		}
	}

	/**
	 * Runs a demonstration, in place of the board that was there. Blocks until it ended; its board stays until the next one,
	 * but not if the demonstration was cancelled.
	 *
	 * @param options what to show
	 * @param monitor progress and cancelling
	 * @return what it has shown
	 * @throws DemoException         if a stage ended badly
	 * @throws IllegalStateException if one is running
	 */
	public DemoReport runDemo(DemoOptions options, IProgressMonitor monitor) throws DemoException {
		claim();
		try {
			DemoReport report = open(options).run(monitor);
			progress(now -> now.ended(report));
			return report;
		} catch (OperationCanceledException e) {
			closeBoard();
			progress(DemoProgress::cancelled);
			throw e;
		} catch (DemoException | RuntimeException e) {
			progress(now -> now.failed(String.valueOf(e.getMessage())));
			throw e;
		}
	}

	/** Stops the board and everything that belongs to it. */
	@Override
	public void close() {
		closeBoard();
		changed();
	}

	/** Tells all listeners that something changed, for instance that the board was paused. */
	public void changed() {
		for (SessionListener listener : listeners) {
			listener.changed(this);
		}
	}

	private void claim() {
		synchronized (lock) {
			if (demo.running()) {
				throw new IllegalStateException("a demonstration is running"); //$NON-NLS-1$
			}
			demo = DemoProgress.begun();
		}
	}

	private DemoRun open(DemoOptions options) {
		closeBoard();
		console.clear();
		DemoRun next = factory.create(options, new Follower());
		synchronized (lock) {
			run = next;
		}
		changed();
		return next;
	}

	private void closeBoard() {
		DemoRun old;
		synchronized (lock) {
			old = run;
			run = null;
			device = Optional.empty();
		}
		if (old != null) {
			old.close();
		}
	}

	private void progress(UnaryOperator<DemoProgress> step) {
		synchronized (lock) {
			demo = step.apply(demo);
		}
		changed();
	}

	/** Takes over what the demonstration tells. */
	private final class Follower implements DemoListener {

		@Override
		public void deviceCreated(SimulatedDevice created) {
			Consumer<byte[]> toConsole = bytes -> {
				console.append(bytes);
				changed();
			};
			created.addConsoleListener(toConsole);
			created.addListener(SimulatorSession.this::changed);
			synchronized (lock) {
				device = Optional.of(created);
			}
			changed();
		}

		@Override
		public void started(DemoStage stage) {
			progress(now -> now.started(stage));
		}

		@Override
		public void finished(StageResult result) {
			progress(now -> now.finished(result));
		}
	}
}
