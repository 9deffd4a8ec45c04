/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

import java.util.List;
import java.util.Optional;

/**
 * What a command printed, without its echo and without the log lines in between.
 *
 * @param lines the lines in order
 */
public record CliAnswer(List<String> lines) {
	private static final String BEGIN = "-----BEGIN ";
	private static final String END = "-----END ";

	/**
	 * Takes the lines over.
	 *
	 * @param lines the lines in order
	 */
	public CliAnswer {
		lines = List.copyOf(lines);
	}

	/**
	 * Tells whether a line begins with a text.
	 *
	 * @param prefix the text
	 * @return whether there is such a line
	 */
	public boolean has(String prefix) {
		return lines.stream().anyMatch(line -> line.startsWith(prefix));
	}

	/**
	 * Finds the first complaint of the firmware.
	 *
	 * @return the line, if there is one
	 */
	public Optional<String> error() {
		return lines.stream().filter(line -> line.regionMatches(true, 0, "error", 0, 5) || line.startsWith("Command not recognized")).findFirst();
	}

	/**
	 * Reads the PEM object in the answer. The firmware prints an empty one for an object that it does not have.
	 *
	 * @return the DER bytes, or nothing if the answer holds no complete and valid object
	 */
	public Optional<byte[]> pem() {
		int begin = -1;
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i).strip();
			if (line.startsWith(BEGIN)) {
				begin = i;
			} else if (begin >= 0 && line.startsWith(END)) {
				return PemText.decode(lines.subList(begin + 1, i)).filter(der -> der.length > 0);
			}
		}
		return Optional.empty();
	}

	/** Says how much it is and not what: among the lines may be the Wi-Fi password. */
	@Override
	public String toString() {
		return "CliAnswer[" + lines.size() + " lines]";
	}
}
