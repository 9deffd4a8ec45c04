/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The content of {@code /ota/image_state}: the state of the OTA PAL in the first byte, three bytes of padding that the firmware
 * leaves undefined, and the target bank as an unsigned 32-bit number. Any number is representable, because the firmware takes
 * over whatever it reads.
 *
 * @param state the number of the state, 0 to 255
 * @param targetBank the bank that the update goes to: 1 or 2, 0 if none
 */
public record ImageState(int state, int targetBank) {

	/** The size of the file; the firmware refuses any other. */
	public static final int SIZE = 8;

	private static final int BANK_OFFSET = 4;

	/**
	 * Creates an image state from a known state.
	 *
	 * @param state the state
	 * @param targetBank the target bank
	 */
	public ImageState(PalState state, int targetBank) {
		this(state.number(), targetBank);
	}

	/**
	 * Finds the named state.
	 *
	 * @return the state, or nothing if the number means none
	 */
	public Optional<PalState> palState() {
		return PalState.ofNumber(state);
	}

	/**
	 * Encodes the file.
	 *
	 * @return eight bytes, with zeros for the padding
	 */
	public byte[] encode() {
		return ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN).put(0, (byte) state).putInt(BANK_OFFSET, targetBank).array();
	}

	/**
	 * Decodes the file.
	 *
	 * @param content the bytes of the file
	 * @return the image state
	 * @throws FormatException if there are not exactly eight bytes
	 */
	public static ImageState decode(byte[] content) throws FormatException {
		if (content.length != SIZE) {
			throw new FormatException("The image state has " + content.length + " bytes instead of " + SIZE
					+ "; the firmware ignores such a file and starts with defaults.");
		}
		int bank = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(BANK_OFFSET);
		return new ImageState(content[0] & 0xFF, bank);
	}
}
