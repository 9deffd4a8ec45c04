/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator;

import dev.bankswap.formats.PalState;

/**
 * What a display shows of a simulated device at one moment. Immutable; safe to hand between threads.
 *
 * @param running        whether power is on and the core has not faulted
 * @param simulatedNanos simulated time since the device was made, in nanoseconds
 * @param bank1          physical bank 1
 * @param bank2          physical bank 2
 * @param swapBank       SWAP_BANK as applied at the last reset
 * @param swapBankNext   SWAP_BANK as programmed: what the next reset applies
 * @param palState       state of the firmware's OTA platform layer
 * @param connected      whether the device's MQTT session is up
 * @param otaState       state of the OTA agent as the firmware names it, or an empty text before it started
 * @param blocksReceived blocks of the running download that are in flash
 * @param blocksTotal    blocks of the running or last download, 0 before the first
 * @param greenLed       whether the green LED is lit
 * @param redLed         whether the red LED is lit
 */
public record DeviceView(boolean running, long simulatedNanos, BankView bank1, BankView bank2, boolean swapBank,
		boolean swapBankNext, PalState palState, boolean connected, String otaState, int blocksReceived,
		int blocksTotal, boolean greenLed, boolean redLed) {

	/**
	 * Returns the bank that the core executes from.
	 *
	 * @return the active bank
	 */
	public BankView activeBank() {
		return bank1.active() ? bank1 : bank2;
	}
}
