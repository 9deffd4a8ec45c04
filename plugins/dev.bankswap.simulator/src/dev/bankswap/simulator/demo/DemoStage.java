/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

/** The stages of the demonstration, in the order in which they happen. */
public enum DemoStage {
	/** The local cloud starts. */
	CLOUD,
	/** A blank board gets the base image and boots. */
	BOARD,
	/** CLI over the serial line, thing, certificate and policy. */
	PROVISION,
	/** The board connects with mutual TLS. */
	CONNECT,
	/** The image is signed, uploaded and becomes an OTA update and a job. */
	LAUNCH,
	/** The board erases the inactive bank and receives every block. */
	DOWNLOAD,
	/** SHA-256 and ECDSA signature are checked with the imported key. */
	VERIFY,
	/** SWAP_BANK is programmed, the board resets and boots from the other bank. */
	SWAP,
	/** The new image tests itself: connects and compares versions. */
	SELF_TEST,
	/** The image is committed and the job execution becomes SUCCEEDED. */
	COMMIT
}
