/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import dev.bankswap.board.Board;
import dev.bankswap.board.Led;
import dev.bankswap.firmware.FirmwareEvent;
import dev.bankswap.firmware.FirmwareEvents;
import dev.bankswap.firmware.kernel.Kernel;
import dev.bankswap.firmware.kernel.StackUse;

/**
 * Formats log lines ({@code logging.c}). Before the scheduler runs they go straight to the UART; afterwards they wait in a
 * queue until the UART driver finds time for them.
 */
public final class Logger {

	private static final int MAX_MESSAGE = 2046;

	private static final int MAX_LINE = 2048;

	private static final int TASK_NAME_WIDTH = 10;

	private static final long LOW_24_BITS = 0xFF_FFFFL;

	private static final byte[] LINE_END = { '\r', '\n' };

	private final Board board;

	private final Kernel kernel;

	private final FirmwareEvents events;

	private final long tickMask;

	private final LogQueue queue = new LogQueue();

	private Runnable onQueued = () -> {
		// until the UART driver exists, lines wait
	};

	private Runnable onGasp = () -> {
		// until the UART driver exists, nothing can be lost
	};

	/**
	 * Creates the logger of one boot.
	 *
	 * @param board         whose UART carries the early lines and the dying gasp
	 * @param kernel        names the task and the tick of a line
	 * @param events        told about each line
	 * @param wrappingTicks whether the tick is cut to 24 bits
	 */
	public Logger(Board board, Kernel kernel, FirmwareEvents events, boolean wrappingTicks) {
		this.board = board;
		this.kernel = kernel;
		this.events = events;
		this.tickMask = wrappingTicks ? LOW_24_BITS : 0xFFFF_FFFFL;
	}

	/**
	 * Logs a line.
	 *
	 * @param level  its level
	 * @param file   C source file that the line names
	 * @param line   line number in that file
	 * @param format format string as of {@link String#format(String, Object...)}
	 * @param args   its arguments
	 */
	public void log(Level level, String file, int line, String format, Object... args) {
		kernel.useStack(StackUse.LOG);
		String task = kernel.current().name();
		String name = task.substring(0, Math.min(TASK_NAME_WIDTH, task.length()));
		String message = cut(stripped(String.format(Locale.ROOT, format, args)), MAX_MESSAGE);
		String text = String.format(Locale.ROOT, "<%s> %8d [%-10s] %s (%s:%d)", level, kernel.tick() & tickMask, name, message,
				file, line);
		deliver(cut(text, MAX_LINE));
	}

	/**
	 * Logs an error.
	 *
	 * @param file   C source file
	 * @param line   line number
	 * @param format format string
	 * @param args   its arguments
	 */
	public void error(String file, int line, String format, Object... args) {
		log(Level.ERR, file, line, format, args);
	}

	/**
	 * Logs a warning.
	 *
	 * @param file   C source file
	 * @param line   line number
	 * @param format format string
	 * @param args   its arguments
	 */
	public void warn(String file, int line, String format, Object... args) {
		log(Level.WRN, file, line, format, args);
	}

	/**
	 * Logs an information.
	 *
	 * @param file   C source file
	 * @param line   line number
	 * @param format format string
	 * @param args   its arguments
	 */
	public void info(String file, int line, String format, Object... args) {
		log(Level.INF, file, line, format, args);
	}

	/**
	 * Logs a debugging aid.
	 *
	 * @param file   C source file
	 * @param line   line number
	 * @param format format string
	 * @param args   its arguments
	 */
	public void debug(String file, int line, String format, Object... args) {
		log(Level.DBG, file, line, format, args);
	}

	/**
	 * Logs a system message.
	 *
	 * @param file   C source file
	 * @param line   line number
	 * @param format format string
	 * @param args   its arguments
	 */
	public void sys(String file, int line, String format, Object... args) {
		log(Level.SYS, file, line, format, args);
	}

	/**
	 * Takes the oldest line that waits for the UART.
	 *
	 * @return the line without line end, or empty
	 */
	public Optional<byte[]> poll() {
		return queue.poll();
	}

	/**
	 * Tells whether a line waits for the UART.
	 *
	 * @return true if {@link #poll()} would return one
	 */
	public boolean waiting() {
		return !queue.isEmpty();
	}

	/**
	 * Sets who is told that a line waits.
	 *
	 * @param listener called after each line that was queued
	 */
	public void onQueued(Runnable listener) {
		onQueued = listener;
	}

	/**
	 * Sets what happens before a dying gasp.
	 *
	 * @param listener discards what the UART driver has not sent
	 */
	public void onGasp(Runnable listener) {
		onGasp = listener;
	}

	/**
	 * {@code vDyingGasp}: refreshes the watchdog and sends the waiting lines over the blocking UART. The last, empty turn of its loop still sends a
	 * line end, so a blank line always follows; what the CLI had not sent is lost. At the end the red LED lights up (the
	 * firmware means to switch off the green one too, but uses the port of the red one).
	 */
	public void dyingGasp() {
		board.watchdog().refresh();
		onGasp.run();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		boolean more = true;
		while (more) {
			Optional<byte[]> line = queue.poll();
			line.ifPresent(out::writeBytes);
			out.writeBytes(LINE_END);
			more = line.isPresent();
		}
		board.uart().transmitBlocking(out.toByteArray());
		board.leds().write(Led.RED, false);
	}

	private void deliver(String text) {
		byte[] line = text.getBytes(StandardCharsets.UTF_8);
		int kept = line.length;
		if (kernel.started()) {
			kept = queue.add(line);
			onQueued.run();
		} else {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			out.writeBytes(line);
			out.writeBytes(LINE_END);
			board.uart().transmitBlocking(out.toByteArray());
		}
		if (kept > 0) {
			String shown = kept == line.length ? text : new String(line, 0, kept, StandardCharsets.UTF_8);
			events.publish(new FirmwareEvent.LogLine(board.scheduler().now(), shown));
		}
	}

	private static String cut(String text, int length) {
		return text.length() <= length ? text : text.substring(0, length);
	}

	/** Removes trailing line ends and NULs, as the firmware does before it adds the source position. */
	private static String stripped(String message) {
		int end = message.length();
		while (end > 0 && "\r\n\0".indexOf(message.charAt(end - 1)) >= 0) {
			end--;
		}
		return message.substring(0, end);
	}
}
