/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.bankswap.formats.FirmwareVersion;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class StartupOptionsTest {

	@TempDir
	private Path folder;

	@Test
	void withoutTheOptionNothingIsStarted() {
		assertEquals(Optional.empty(), StartupOptions.parse(new String[] { "-data", "x", "-bankswapDemoImage", "y" }));
	}

	@Test
	void theOptionAloneRunsTheSampleFirmware() {
		StartupOptions options = StartupOptions.parse(new String[] { "-bankswapDemo" }).orElseThrow();
		assertEquals(Optional.empty(), options.image());
		assertFalse(options.exit());
	}

	@Test
	void imageVersionAndExitAreRead() throws IOException {
		Path image = Files.createFile(folder.resolve("my firmware.bin"));
		StartupOptions options = StartupOptions.parse(new String[] { "-bankswapDemoVersion", "2.3.4", "-bankswapDemo",
				"-bankswapDemoImage", image.toString(), "-bankswapDemoExit" }).orElseThrow();
		assertEquals(Optional.of(image), options.image());
		assertEquals(Optional.of(new FirmwareVersion(2, 3, 4)), options.version());
		assertTrue(options.exit());
	}

	@Test
	void wrongValuesAreRefusedInWords() {
		assertRefused("-bankswapDemoImage", "-bankswapDemo", "-bankswapDemoImage");
		assertRefused("/no/such/file", "-bankswapDemo", "-bankswapDemoImage", "/no/such/file");
		assertRefused("1.x", "-bankswapDemo", "-bankswapDemoVersion", "1.x");
		assertRefused("-bankswapDemoVersion", "-bankswapDemo", "-bankswapDemoVersion", "-bankswapDemoExit");
	}

	private static void assertRefused(String what, String... arguments) {
		String message = assertThrows(IllegalArgumentException.class, () -> StartupOptions.parse(arguments)).getMessage();
		assertTrue(message.contains(what), message);
	}
}
