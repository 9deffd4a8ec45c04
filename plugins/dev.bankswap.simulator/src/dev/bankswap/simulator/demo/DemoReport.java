/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

import java.time.Duration;
import java.util.List;

/**
 * What a finished demonstration has shown.
 *
 * @param stages       the stages that ended well, in order
 * @param jobStatus    status of the job execution in the cloud, for instance {@code SUCCEEDED}
 * @param version      version that the board runs
 * @param bank         physical bank that it runs from
 * @param succeeded    whether the job is SUCCEEDED and the board runs the new version from bank 2
 * @param otaWall      wall time from the creation of the job to SUCCEEDED
 * @param otaSimulated the same on the board's clock
 * @param peakHeap     largest heap use seen, in bytes
 * @param thing        name of the thing
 * @param updateId     id of the OTA update
 */
public record DemoReport(List<StageResult> stages, String jobStatus, String version, int bank, boolean succeeded,
		Duration otaWall, Duration otaSimulated, long peakHeap, String thing, String updateId) {
}
