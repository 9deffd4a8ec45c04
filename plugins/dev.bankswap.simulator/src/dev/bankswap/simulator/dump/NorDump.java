/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.dump;

import java.util.Arrays;

import dev.bankswap.formats.dump.BoardMemory;

/**
 * Bytes of the external NOR that reach over the whole file system.
 *
 * @param offset where they start in the NOR
 * @param bytes  not to be changed
 */
public record NorDump(int offset, byte[] bytes) {

	/**
	 * Checks the range.
	 *
	 * @param offset where they start in the NOR
	 * @param bytes  not to be changed
	 */
	public NorDump {
		if (offset > BoardMemory.VOLUME_OFFSET
				|| offset + bytes.length < BoardMemory.VOLUME_OFFSET + BoardMemory.VOLUME_SIZE) {
			throw new IllegalArgumentException("The file system is not in the " + bytes.length + " bytes from " + offset);
		}
	}

	/**
	 * Cuts the file system out.
	 *
	 * @return a copy of its 1014 blocks
	 */
	public byte[] volume() {
		int start = BoardMemory.VOLUME_OFFSET - offset;
		return Arrays.copyOfRange(bytes, start, start + BoardMemory.VOLUME_SIZE);
	}
}
