/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

/**
 * What the agent keeps of a job document: of several files the first one only.
 *
 * @param jobId     job id
 * @param selfTest  whether the job's status details have a self_test, whatever its value
 * @param updatedBy version word from the status details, 0 if there is none
 * @param stream    stream name, may be empty
 * @param protocols the array of protocols as text
 * @param filePath  file name, may be empty
 * @param fileSize  size in bytes, unsigned 32 bit
 * @param fileId    index of the file in the stream
 * @param certFile  label of the public key, may be empty
 * @param signature signature in DER, may be empty
 * @param fileType  0 for firmware
 */
record JobDocument(String jobId, boolean selfTest, int updatedBy, String stream, String protocols, String filePath,
		long fileSize, long fileId, String certFile, byte[] signature, long fileType) {

	/** Before the first job. */
	static final JobDocument NONE = new JobDocument("", false, 0, "", "", "", 0, 0, "", new byte[0], 0);
}
