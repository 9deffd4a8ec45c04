/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** littlefs on the external NOR: volume position, mounting, formatting, and the file operations that the application uses. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.firmware.fs;
