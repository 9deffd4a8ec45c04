/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * What a terminal would show of the bytes that a device sent, as a bounded list of lines. The device edits only the line it
 * is on (CR, BS, {@code ESC [ K}: it erases the prompt, prints a log line, and prints the prompt and the typed text again), so
 * only the last line ever changes. A reader therefore catches up by asking for everything from the last line it has seen.
 * Any number of readers and one writer, on any threads.
 */
public final class ConsoleBuffer implements ConsoleDecoder.Screen {

	/** A line longer than this is broken, so that a device that sends no line ends cannot fill the memory. */
	public static final int MAX_LINE = 4096;

	/** How many lines to keep if nobody says otherwise. */
	public static final int DEFAULT_LIMIT = 100_000;

	private int limit;

	private final ConsoleDecoder decoder = new ConsoleDecoder(this);

	private final ArrayDeque<String> lines = new ArrayDeque<>();

	private final StringBuilder current = new StringBuilder();

	private int column;

	private long first;

	/**
	 * Makes an empty buffer.
	 *
	 * @param limit how many lines to keep; a tenth more may be kept for a while, so that dropping is rare
	 */
	public ConsoleBuffer(int limit) {
		setLimit(limit);
	}

	/**
	 * Changes how many lines to keep. Takes effect when the device next sends something.
	 *
	 * @param lines the number of lines, at least one
	 */
	public synchronized void setLimit(int lines) {
		if (lines < 1) {
			throw new IllegalArgumentException("a console keeps at least one line, not " + lines); //$NON-NLS-1$
		}
		limit = lines;
	}

	/**
	 * Takes what the device sent.
	 *
	 * @param bytes the bytes, in any portions
	 */
	public synchronized void append(byte[] bytes) {
		decoder.decode(bytes);
		if (lines.size() > limit + limit / 10) {
			while (lines.size() >= limit) {
				lines.removeFirst();
				first++;
			}
		}
	}

	/** Drops all lines. What the device writes next starts on a new, empty line. */
	public synchronized void clear() {
		first += lines.size() + 1L;
		lines.clear();
		current.setLength(0);
		column = 0;
	}

	/**
	 * Returns the lines from a number on, or from the oldest one kept if that is later.
	 *
	 * @param line number of a line
	 * @return the lines; at least the one that is being written
	 */
	public ConsoleSlice since(long line) {
		return since(line, Integer.MAX_VALUE);
	}

	/**
	 * Returns the lines from a number on, but no more than a reader can take at once.
	 *
	 * @param line number of a line; the oldest one kept if that is later
	 * @param most how many lines at most, at least one
	 * @return the lines
	 */
	public synchronized ConsoleSlice since(long line, int most) {
		long last = first + lines.size();
		long from = Math.max(first, Math.min(line, last));
		int count = (int) Math.min(most, last - from + 1);
		List<String> result = new ArrayList<>(count);
		Iterator<String> newestFirst = lines.descendingIterator();
		for (long i = last; i >= from; i--) {
			String text = i == last ? current.toString() : newestFirst.next();
			if (i < from + count) {
				result.add(text);
			}
		}
		Collections.reverse(result);
		return new ConsoleSlice(first, from, result, last + 1);
	}

	/**
	 * Tells whether there is anything to show.
	 *
	 * @return whether nothing was printed since the beginning or since everything was dropped
	 */
	public synchronized boolean isEmpty() {
		return lines.isEmpty() && current.isEmpty();
	}

	@Override
	public void put(char c) {
		if (column >= MAX_LINE) {
			newLine();
		}
		if (column < current.length()) {
			current.setCharAt(column, c);
		} else {
			current.append(c);
		}
		column++;
	}

	@Override
	public void newLine() {
		lines.addLast(current.toString());
		current.setLength(0);
		column = 0;
	}

	@Override
	public void carriageReturn() {
		column = 0;
	}

	@Override
	public void backspace() {
		column = Math.max(0, column - 1);
	}

	@Override
	public void eraseToEndOfLine() {
		current.setLength(Math.min(column, current.length()));
	}

	@Override
	public void eraseScreen() {
		clear();
	}
}
