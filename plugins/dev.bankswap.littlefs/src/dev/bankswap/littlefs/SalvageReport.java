/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.List;

/**
 * What can be shown of a volume, and what cannot.
 *
 * @param entries the files and directories in the order in which they were found, a directory in front of what it contains
 * @param problems what is wrong with the volume as a whole or with its directories, in words
 */
public record SalvageReport(List<SalvagedEntry> entries, List<String> problems) {

	/**
	 * Creates the report.
	 *
	 * @param entries the files and directories
	 * @param problems what is wrong
	 */
	public SalvageReport {
		entries = List.copyOf(entries);
		problems = List.copyOf(problems);
	}

	/**
	 * Tells whether the volume is undamaged as far as its metadata tell; the content of files has no checksum in littlefs.
	 *
	 * @return true if there is no problem at all
	 */
	public boolean isIntact() {
		return problems.isEmpty() && entries.stream().allMatch(SalvagedEntry::isWhole);
	}
}
