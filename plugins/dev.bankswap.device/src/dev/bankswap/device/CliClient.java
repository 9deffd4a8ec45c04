/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;

import dev.bankswap.device.ConsoleEvent.Answer;
import dev.bankswap.device.ConsoleEvent.Echo;
import dev.bankswap.device.ConsoleEvent.Gone;
import dev.bankswap.device.ConsoleEvent.Log;
import dev.bankswap.device.ConsoleEvent.Prompt;

/**
 * A client of the firmware's command line. Its calls block, so they belong on a worker thread; one thread at a time may use it. A wait ends
 * early when the line is closed, the thread is interrupted, or the check given to {@link #cancelWhen} says so.
 * <p>
 * The client never pauses for a fixed time: it sends, and goes on when the device has echoed and prompted. Log lines may come at any
 * place. No text of a command is ever put into a message, because it may be a password.
 */
public final class CliClient implements AutoCloseable {
	/** The firmware's line holds 127 characters; one more throws the whole line away without a word. */
	public static final int MAX_COMMAND = 127;
	private static final byte[] CTRL_C = { 3 };
	/** Ends an import that is waiting for PEM text, and is merely an unknown command otherwise. */
	private static final String ABORT = "!";

	private final SerialLine line;
	private final CliTiming timing;
	private final Inbox inbox = new Inbox();
	private final List<Consumer<LogRecord>> logListeners = new CopyOnWriteArrayList<>();
	private volatile BooleanSupplier cancelled = () -> false;

	/**
	 * Makes a client with the usual limits.
	 *
	 * @param line the closed line to the device, which this client opens and closes
	 */
	public CliClient(SerialLine line) {
		this(line, CliTiming.defaults());
	}

	/**
	 * Makes a client.
	 *
	 * @param line the closed line to the device, which this client opens and closes
	 * @param timing how long to wait for what
	 */
	public CliClient(SerialLine line, CliTiming timing) {
		this.line = line;
		this.timing = timing;
	}

	/**
	 * Opens the line.
	 *
	 * @throws SerialException if it is busy or absent
	 */
	public void open() throws SerialException {
		inbox.reset();
		ConsoleParser parser = new ConsoleParser(new Collector());
		line.open(new SerialLine.Listener() {
			@Override
			public void received(byte[] data) {
				parser.accept(data);
			}

			@Override
			public void disconnected(SerialException reason) {
				inbox.add(new Gone(reason));
			}
		});
	}

	/** Closes the line; a call that waits in another thread ends as cancelled. */
	@Override
	public void close() {
		line.close();
		inbox.add(new Gone(new SerialException(SerialProblem.CANCELLED, "The console was closed.")));
	}

	/**
	 * Names the line for messages.
	 *
	 * @return name of the port
	 */
	public String name() {
		return line.name();
	}

	/**
	 * Tells how long this client waits for what.
	 *
	 * @return the limits
	 */
	public CliTiming timing() {
		return timing;
	}

	/**
	 * Sets what a waiting call asks now and then.
	 *
	 * @param check says whether to give up
	 */
	public void cancelWhen(BooleanSupplier check) {
		cancelled = check;
	}

	/**
	 * Adds a listener to the device's log. It is called on the thread of the line and must be quick.
	 *
	 * @param listener takes each log line
	 */
	public void addLogListener(Consumer<LogRecord> listener) {
		logListeners.add(listener);
	}

	/**
	 * Removes a listener.
	 *
	 * @param listener the one to remove
	 */
	public void removeLogListener(Consumer<LogRecord> listener) {
		logListeners.remove(listener);
	}

	/**
	 * Brings the console to an empty command line, whatever it was doing: clears a half-typed line, and ends an import that somebody left
	 * open. It never sends an END line, because the firmware hangs on an empty object.
	 *
	 * @throws SerialException if no prompt appears
	 */
	public void synchronise() throws SerialException {
		for (int attempt = 1; attempt <= timing.attempts(); attempt++) {
			inbox.clear();
			line.write(CTRL_C);
			if (await(timing.prompt(), Prompt.class::isInstance) != null && probe()) {
				return;
			}
		}
		throw new SerialException(SerialProblem.NO_PROMPT, "The device on " + line.name() + " does not answer. Check that it is powered, runs the"
				+ " aws_ri application and uses 115200 baud; if it prints logs but takes no input, reset it.");
	}

	private boolean probe() throws SerialException {
		inbox.clear();
		send(ABORT);
		return await(timing.prompt(), event -> event instanceof Echo echo && echo.typed().endsWith(ABORT)) != null
				&& await(timing.prompt(), Prompt.class::isInstance) != null;
	}

	/**
	 * Runs a command and collects what it prints up to the next prompt. If the echo shows that characters were lost on the wire, the
	 * console is synchronised and the command sent again.
	 *
	 * @param command the command line
	 * @return what it printed; the caller decides whether that is a success
	 * @throws SerialException if the device does not answer in time, or the command cannot be typed
	 */
	public CliAnswer run(String command) throws SerialException {
		return run(command, timing.answer());
	}

	/**
	 * Runs a command with a limit of its own.
	 *
	 * @param command the command line
	 * @param limit how long the whole answer may take
	 * @return what it printed
	 * @throws SerialException if the device does not answer in time, or the command cannot be typed
	 */
	public CliAnswer run(String command, Duration limit) throws SerialException {
		start(command);
		return answer(limit);
	}

	/** Sends a command until its echo comes back as it was sent. */
	void start(String command) throws SerialException {
		check(command);
		for (int attempt = 1; attempt <= timing.attempts(); attempt++) {
			inbox.clear();
			send(command);
			if (echoed(command, timing.echo())) {
				return;
			}
			synchronise();
		}
		throw new SerialException(SerialProblem.TIMEOUT, "The device on " + line.name()
				+ " keeps misreading what is typed. Close other programs that use the port, and check cable and baud rate.");
	}

	/** Waits for the next echo and tells whether it is the expected one; a complaint of the device before it means that it is not. */
	boolean echoed(String text, Duration limit) throws SerialException {
		ConsoleEvent event = await(limit, candidate -> candidate instanceof Echo
				|| candidate instanceof Answer answer && new CliAnswer(List.of(answer.line())).error().isPresent());
		return event instanceof Echo echo && echo.typed().equals(text);
	}

	/** Collects the lines up to the next prompt. */
	CliAnswer answer(Duration limit) throws SerialException {
		List<String> lines = new ArrayList<>();
		ConsoleEvent end = await(limit, event -> {
			if (event instanceof Answer answer) {
				lines.add(answer.line());
			}
			return event instanceof Prompt;
		});
		if (end == null) {
			throw new SerialException(SerialProblem.TIMEOUT, "The device on " + line.name() + " did not finish its answer within "
					+ limit.toMillis() + " ms. Reset it and try again.");
		}
		return new CliAnswer(lines);
	}

	/** Sends a line. */
	void send(String text) throws SerialException {
		line.write((text + "\n").getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Resets the device and waits until it prompts again. Staged configuration is lost. What it logged meanwhile can still be waited for.
	 *
	 * @throws SerialException if it does not come back
	 */
	public void reset() throws SerialException {
		start("reset");
		ConsoleEvent boot = await(timing.boot(), event -> event instanceof Log log && log.entry().text().startsWith("Reset Source"));
		List<ConsoleEvent> logged = new ArrayList<>();
		ConsoleEvent prompt = boot == null ? null : await(timing.boot(), event -> {
			if (event instanceof Log) {
				logged.add(event);
			}
			return event instanceof Prompt;
		});
		inbox.putBack(logged);
		if (prompt == null) {
			throw new SerialException(SerialProblem.NO_PROMPT, "The device on " + line.name()
					+ " did not come back after the reset. Press its reset button; if that does not help, flash it again.");
		}
	}

	/**
	 * Waits for a line of the log among those that arrive after the last command or wait.
	 *
	 * @param wanted says which line
	 * @param limit how long to wait
	 * @return the line, or nothing if it did not come in time
	 * @throws SerialException if the line is closed or the wait cancelled
	 */
	public Optional<LogRecord> awaitLog(Predicate<LogRecord> wanted, Duration limit) throws SerialException {
		ConsoleEvent event = await(limit, candidate -> candidate instanceof Log log && wanted.test(log.entry()));
		return event instanceof Log log ? Optional.of(log.entry()) : Optional.empty();
	}

	private @Nullable ConsoleEvent await(Duration limit, Predicate<ConsoleEvent> wanted) throws SerialException {
		long deadline = Inbox.deadline(limit);
		for (ConsoleEvent event = inbox.next(deadline, cancelled); event != null; event = inbox.next(deadline, cancelled)) {
			if (wanted.test(event)) {
				return event;
			}
		}
		return null;
	}

	private static void check(String command) throws SerialException {
		boolean typable = !command.isEmpty() && command.charAt(0) != ' ' && command.chars().noneMatch(c -> c < ' ' || c == 0x7F);
		int size = command.getBytes(StandardCharsets.UTF_8).length;
		if (!typable || size > MAX_COMMAND) {
			throw new SerialException(SerialProblem.DEVICE_REJECTED, typable
					? "A command of " + size + " bytes is too long: the device takes " + MAX_COMMAND + ". Shorten the value."
					: "The command holds a character that cannot be typed on the device's console. Change the value.");
		}
	}

	/** Puts what the parser finds into the inbox; log lines also go to their listeners. */
	private final class Collector implements ConsoleListener {
		@Override
		public void log(LogRecord entry) {
			logListeners.forEach(listener -> listener.accept(entry));
			inbox.add(new Log(entry));
		}

		@Override
		public void prompt() {
			inbox.add(new Prompt());
		}

		@Override
		public void echo(String typed) {
			inbox.add(new Echo(typed));
		}

		@Override
		public void answer(String text) {
			inbox.add(new Answer(text));
		}
	}
}
