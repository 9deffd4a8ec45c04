/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** JSON and CBOR as the small libraries of the firmware read and write them: coreJSON and TinyCBOR. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.firmware.codec;
