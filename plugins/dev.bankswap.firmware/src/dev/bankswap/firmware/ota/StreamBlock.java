/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

/**
 * A block of a stream, as decoded from a data message.
 *
 * @param fileId  index of the file; the agent does not compare it
 * @param index   number of the block
 * @param size    what the message claims to be the size; the agent believes it
 * @param payload the bytes
 */
record StreamBlock(int fileId, int index, int size, byte[] payload) {
}
