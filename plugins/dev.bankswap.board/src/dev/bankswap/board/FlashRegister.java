/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

/** The registers of the flash controller that a program without TrustZone uses; names as in the reference manual RM0481. */
public enum FlashRegister {

	/** Takes the keys that unlock {@link #NSCR}. */
	NSKEYR,
	/** Takes the keys that unlock {@link #OPTCR} and the registers _PRG. */
	OPTKEYR,
	/** Status: busy, and what went wrong. */
	NSSR,
	/** Clears the flags of {@link #NSSR} that are written as 1. */
	NSCCR,
	/** Control: what to erase, and whether programming is allowed. */
	NSCR,
	/** Option bytes: lock, launch, and the mapping of the banks that the last reset applied. */
	OPTCR,
	/** Option bytes as they are stored. */
	OPTSR_CUR,
	/** Option bytes as they will be stored by the next launch. */
	OPTSR_PRG,
	/** Write protection of bank 1 as it is stored: a 0 protects four sectors. */
	WRP1R_CUR,
	/** Write protection of bank 1 as it will be stored by the next launch. */
	WRP1R_PRG,
	/** Write protection of bank 2 as it is stored: a 0 protects four sectors. */
	WRP2R_CUR,
	/** Write protection of bank 2 as it will be stored by the next launch. */
	WRP2R_PRG
}
