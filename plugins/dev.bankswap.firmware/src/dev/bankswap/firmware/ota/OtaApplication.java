/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

/** What the agent tells the application: the callback of the library, with the numbers of its events. */
interface OtaApplication {

	/** Event 0: the image is complete and verified. */
	void activate();

	/** Event 1: the job has failed. */
	void failed();

	/**
	 * Event 2: the self-test is to be done.
	 *
	 * @param done told when the application has decided
	 */
	void startTest(Runnable done);

	/** Event 3: a job message or a block was used, and its buffer is free. */
	void processed();

	/** Event 4: the new image must not run. */
	void selfTestFailed();

	/**
	 * Any other event, of which the application knows nothing.
	 *
	 * @param number 5 custom job, 6 job received, 8 no active job
	 */
	void unhandled(int number);
}
