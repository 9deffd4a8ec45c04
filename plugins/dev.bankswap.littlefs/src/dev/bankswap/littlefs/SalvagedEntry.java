/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

/**
 * A file or directory that was found on a volume, which may be damaged.
 *
 * @param path where it was found; under {@link Salvage#LOST} if nothing tells to which directory it belongs
 * @param directory whether it is a directory
 * @param size the bytes that the file has according to its directory, 0 for a directory
 * @param content the bytes of the file that can be reached; not copied
 * @param missing how many bytes at the start of the file are not in the content
 * @param problem what is wrong with it in words; empty if nothing is
 */
public record SalvagedEntry(String path, boolean directory, long size, byte[] content, long missing, String problem) {

	/**
	 * Tells whether all of it can be shown.
	 *
	 * @return true unless there is a problem
	 */
	public boolean isWhole() {
		return problem.isEmpty();
	}
}
