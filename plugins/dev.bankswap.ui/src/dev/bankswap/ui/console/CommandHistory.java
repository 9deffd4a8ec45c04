/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines that were typed at a device, newest last, for the Up and Down keys. A line that holds a secret is never kept.
 */
public final class CommandHistory {

	private static final Pattern SECRET = Pattern.compile("conf\\s+set\\s+\\S*(credential|password|secret)\\S*\\s.*", //$NON-NLS-1$
			Pattern.CASE_INSENSITIVE);

	private final int limit;

	private final List<String> entries = new ArrayList<>();

	private int position;

	private String draft = ""; //$NON-NLS-1$

	/**
	 * Makes an empty history.
	 *
	 * @param limit how many lines to keep
	 */
	public CommandHistory(int limit) {
		this.limit = limit;
	}

	/**
	 * Takes a line that was sent. Empty lines, repetitions of the newest line and lines with secrets are not kept.
	 *
	 * @param line the line
	 */
	public void add(String line) {
		boolean repeated = !entries.isEmpty() && entries.get(entries.size() - 1).equals(line);
		if (!line.isBlank() && !repeated && !SECRET.matcher(line.strip()).matches()) {
			entries.add(line);
			if (entries.size() > limit) {
				entries.remove(0);
			}
		}
		position = entries.size();
		draft = ""; //$NON-NLS-1$
	}

	/**
	 * Goes one line back.
	 *
	 * @param typed what stands in the input field now; it comes back when the user returns to the end
	 * @return what the field shows next
	 */
	public String older(String typed) {
		if (position == entries.size()) {
			draft = typed;
		}
		position = Math.max(0, position - 1);
		return shown();
	}

	/**
	 * Goes one line forward.
	 *
	 * @param typed what stands in the input field now
	 * @return what the field shows next
	 */
	public String newer(String typed) {
		if (position >= entries.size()) {
			return typed;
		}
		position++;
		return shown();
	}

	private String shown() {
		return position < entries.size() ? entries.get(position) : draft;
	}
}
