/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
class DemoImagesTest {

	@TempDir
	Path folder;

	private static DemoOptions options(Path image, FirmwareVersion version) {
		return new DemoOptions(Optional.of(image), Optional.ofNullable(version), 1);
	}

	private static String refusal(DemoOptions options) {
		return String.valueOf(assertThrows(DemoException.class, options::check).getMessage());
	}

	@Test
	void theSampleGoesFrom100To110() throws DemoException {
		DemoImages images = DemoImages.of(DemoOptions.defaults());
		assertEquals(new FirmwareVersion(1, 0, 0), images.baseVersion());
		assertEquals(new FirmwareVersion(1, 1, 0), images.newVersion());
		assertEquals(492_536, images.update().size());
	}

	@Test
	void aBinaryNeedsItsVersion() throws IOException, DemoException {
		Path binary = Files.write(folder.resolve("own.bin"), SampleFirmware.load().update().binary());
		assertTrue(refusal(options(binary, null)).contains("--image-version"));
		assertEquals(new FirmwareVersion(3, 0, 7), DemoImages.of(options(binary, new FirmwareVersion(3, 0, 7))).newVersion());
	}

	@Test
	void anElfBesideTheBinaryTellsTheVersionIfItIsTheSameImage() throws IOException, DemoException {
		Path built = Path.of("..", "sample-firmware", "built");
		Path binary = Files.copy(built.resolve("aws_ri-1.1.0.bin"), folder.resolve("own.bin"));
		Path elf = Files.copy(built.resolve("aws_ri-1.1.0.elf"), folder.resolve("own.elf"));
		assertEquals(new FirmwareVersion(1, 1, 0), DemoImages.of(options(binary, null)).newVersion());
		Files.delete(elf);
		Files.copy(built.resolve("aws_ri-1.0.0.elf"), elf);
		assertTrue(refusal(options(binary, null)).contains("--image-version"), "an older build beside it says nothing");
	}

	@Test
	void theBaseIsAlwaysOlderThanTheUpdate() throws IOException, DemoException {
		Path image = Files.write(folder.resolve("old.bin"), SampleFirmware.load().update().binary());
		for (String version : new String[] { "1.0.0", "0.9.1", "0.1.0", "1.0.1", "0.0.1", "255.255.65535" }) {
			DemoImages images = DemoImages.of(options(image, FirmwareVersion.parse(version)));
			assertTrue(images.baseVersion().compareTo(images.newVersion()) < 0, version);
			assertEquals(images.base().version(), Optional.of(images.baseVersion()), version);
		}
		assertTrue(refusal(options(image, new FirmwareVersion(0, 0, 0))).contains("0.0.0"));
	}

	@Test
	void aContradictionIsRefused() {
		Path elf = Path.of("..", "sample-firmware", "built", "aws_ri-1.1.0.elf");
		assertTrue(refusal(options(elf, new FirmwareVersion(2, 0, 0))).contains("1.1.0"));
	}

	@Test
	void noFileAndNoImageAreRefused() throws IOException {
		assertTrue(refusal(options(folder.resolve("nothing.elf"), null)).contains("nothing.elf"));
		Path text = Files.writeString(folder.resolve("text.bin"), "not a firmware image, whatever its name says, at all");
		assertTrue(refusal(options(text, null)).contains("text.bin"));
	}
}
