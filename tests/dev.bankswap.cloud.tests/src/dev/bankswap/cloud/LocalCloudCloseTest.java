/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
@Timeout(60)
class LocalCloudCloseTest {

	@TempDir
	Path folder;

	/** Who started it closes it, and so does the shutdown hook. */
	@Test
	void itMayBeClosedTwice() throws IOException {
		LocalCloud cloud = LocalCloud.start(CloudOptions.defaults(folder));
		int port = cloud.mqttPort();
		cloud.close();
		cloud.close();
		try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			assertEquals(port, free.getLocalPort());
		}
	}
}
