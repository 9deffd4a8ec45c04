/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.bankswap.testing.NoErrorLogged;

/** Volumes that the reference implementation wrote are read as it reads them itself. */
@ExtendWith(NoErrorLogged.class)
class ReferenceImagesTest {

	static List<String> images() throws IOException {
		return Fixtures.names();
	}

	static Stream<String> writableImages() throws IOException {
		return images().stream().filter(name -> name.contains("v2.0"));
	}

	@Test
	void allImagesAreThere() throws Exception {
		assertEquals(24, images().size());
	}

	@ParameterizedTest
	@MethodSource("images")
	void readsWhatTheReferenceReads(String name) throws Exception {
		byte[] image = Fixtures.image(name);
		RamBlockDevice device = new RamBlockDevice(Geometry.FIRMWARE, image);
		try (LittleFs volume = LittleFs.mountReadOnly(device, Geometry.FIRMWARE)) {
			assertEquals(Fixtures.listing(name), Fixtures.listingOf(volume));
			assertEquals(name.contains("v2.1") ? 0x00020001 : 0x00020000, volume.diskVersion());
		}
		assertArrayEquals(image, device.image(), "reading does not write");
	}

	@ParameterizedTest
	@MethodSource("writableImages")
	void canBeWrittenOn(String name) throws Exception {
		RamBlockDevice device = new RamBlockDevice(Geometry.FIRMWARE, Fixtures.image(name));
		List<String> expected = Fixtures.listing(name);
		try (LittleFs volume = LittleFs.mount(device, Geometry.FIRMWARE)) {
			volume.mkdir("/new");
			volume.writeFile("/new/file", new byte[5000]);
			volume.remove("/new/file");
			volume.remove("/new");
		}
		try (LittleFs volume = LittleFs.mount(device, Geometry.FIRMWARE)) {
			List<String> found = Fixtures.listingOf(volume);
			assertEquals(expected.subList(1, expected.size()), found.subList(1, found.size()));
			assertFalse(volume.exists("/new"));
		}
	}

	@Test
	void aNewerVolumeIsRefusedForWritingAsByTheFirmware() throws Exception {
		RamBlockDevice device = new RamBlockDevice(Geometry.FIRMWARE, Fixtures.image("device-v2.1"));
		LfsException e = assertThrows(LfsException.class, () -> LittleFs.mount(device, Geometry.FIRMWARE));
		assertEquals(LfsError.INVAL, e.error());
		assertTrue(e.getMessage().contains("2.1"), e.getMessage());
	}
}
