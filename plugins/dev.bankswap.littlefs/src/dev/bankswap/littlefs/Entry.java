/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

/**
 * A file or directory.
 *
 * @param name the last part of its path, {@code /} for the root
 * @param directory whether it is a directory
 * @param size the bytes of a file, 0 for a directory
 */
public record Entry(String name, boolean directory, long size) {
}
