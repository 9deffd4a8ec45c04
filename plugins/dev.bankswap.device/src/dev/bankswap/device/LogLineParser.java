/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Recognises the firmware's log lines: {@code <INF>    12345 [task      ] text (file.c:123)}. The prefix is strict, because it is what
 * tells a log line from a command's answer; everything behind it may be cut off.
 */
final class LogLineParser {
	private static final int TAG_END = 5;
	private static final int MAX_TICK_DIGITS = 10;
	private static final int MAX_TICK_WIDTH = 12;
	/** The firmware pads and cuts to ten; the seed's documentation also shows unpadded names. */
	private static final int MAX_TASK = 10;

	private LogLineParser() {
	}

	/** Returns the position at which a log line begins in a text, or -1. */
	static int find(byte[] text, int from, int to) {
		for (int i = from; i < to - TAG_END; i++) {
			if (text[i] == '<' && text[i + TAG_END - 1] == '>' && prefixEnd(text, i, to) > 0) {
				return i;
			}
		}
		return -1;
	}

	/** Returns the position behind the prefix that begins at a position, or -1 if none begins there. */
	private static int prefixEnd(byte[] text, int start, int to) {
		int pos = start + TAG_END;
		if (pos >= to || text[pos] != ' ' || level(text, start).isEmpty()) {
			return -1;
		}
		int tickLimit = Math.min(to, pos + MAX_TICK_WIDTH);
		while (pos < tickLimit && text[pos] == ' ') {
			pos++;
		}
		int digits = pos;
		while (pos < tickLimit && text[pos] >= '0' && text[pos] <= '9') {
			pos++;
		}
		if (pos == digits || pos - digits > MAX_TICK_DIGITS || pos + 1 >= to || text[pos] != ' ' || text[pos + 1] != '[') {
			return -1;
		}
		int close = pos + 2;
		int closeLimit = Math.min(to, close + MAX_TASK + 1);
		while (close < closeLimit && text[close] != ']') {
			close++;
		}
		return close < closeLimit && close > pos + 2 ? close + 1 : -1;
	}

	private static Optional<LogLevel> level(byte[] text, int start) {
		return LogLevel.ofTag(new String(text, start + 1, 3, StandardCharsets.ISO_8859_1));
	}

	/** Takes a line apart whose prefix was found at its very beginning. */
	static Optional<LogRecord> parse(String line) {
		int open = line.indexOf('[');
		int close = line.indexOf(']', open + 1);
		if (open < TAG_END || close < 0) {
			return Optional.empty();
		}
		String digits = line.substring(TAG_END, open).strip();
		if (digits.isEmpty() || digits.length() > MAX_TICK_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
			return Optional.empty();
		}
		Optional<LogLevel> level = LogLevel.ofTag(line.substring(1, TAG_END - 1));
		String task = line.substring(open + 1, close).strip();
		String rest = line.substring(close + 1);
		String message = rest.startsWith(" ") ? rest.substring(1) : rest;
		return level.map(l -> withSource(l, Long.parseLong(digits), task, message));
	}

	private static LogRecord withSource(LogLevel level, long tick, String task, String message) {
		int open = message.lastIndexOf(" (");
		int colon = message.lastIndexOf(':');
		int length = message.length();
		if (open >= 0 && colon > open + 2 && message.endsWith(")") && colon < length - 2 && length - colon <= 9) {
			String number = message.substring(colon + 1, length - 1);
			String file = message.substring(open + 2, colon);
			if (number.chars().allMatch(c -> c >= '0' && c <= '9') && file.indexOf(' ') < 0) {
				return new LogRecord(level, tick, task, message.substring(0, open), file, Integer.parseInt(number));
			}
		}
		return new LogRecord(level, tick, task, message, "", 0);
	}
}
