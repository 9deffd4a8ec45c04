/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class ImageCatalogTest {

	private final ImageCatalog catalog = new ImageCatalog();

	@Test
	void anEmptyCatalogKnowsNothing() throws Exception {
		assertEquals(Optional.empty(), catalog.identify(bank(SampleFirmware.binBytes())));
	}

	@Test
	void imagesAreToldApartByAllTheirBytes() throws Exception {
		FirmwareImage image = FirmwareImage.read(SampleFirmware.elf("1.0.0"));
		FirmwareImage patched = image.withVersion(new FirmwareVersion(1, 0, 1));
		catalog.add(image, new FirmwareVersion(1, 0, 0));
		catalog.add(patched, new FirmwareVersion(1, 0, 1));
		catalog.add(FirmwareImage.read(SampleFirmware.bin("1.1.0")), new FirmwareVersion(1, 1, 0));
		assertEquals(Optional.of(new FirmwareVersion(1, 0, 0)), catalog.identify(bank(image.binary())));
		assertEquals(Optional.of(new FirmwareVersion(1, 0, 1)), catalog.identify(bank(patched.binary())));
		byte[] damaged = image.binary();
		damaged[damaged.length - 1] ^= 1;
		assertEquals(Optional.empty(), catalog.identify(bank(damaged)));
	}

	@Test
	void theLongerOfTwoMatchesWins() throws Exception {
		byte[] whole = SampleFirmware.binBytes();
		catalog.add(FirmwareImage.ofBinary("start", Arrays.copyOf(whole, 4096)), new FirmwareVersion(1, 0, 0));
		catalog.add(FirmwareImage.ofBinary("whole", whole), new FirmwareVersion(2, 0, 0));
		assertEquals(Optional.of(new FirmwareVersion(2, 0, 0)), catalog.identify(bank(whole)));
	}

	@Test
	void anErasedBankHasNoVersion() throws Exception {
		catalog.add(FirmwareImage.read(SampleFirmware.bin("1.1.0")), new FirmwareVersion(1, 1, 0));
		assertEquals(Optional.empty(), catalog.identify(bank(new byte[0])));
	}

	private static IntFunction<byte[]> bank(byte[] content) {
		byte[] bank = new byte[FirmwareImage.MAX_SIZE];
		Arrays.fill(bank, (byte) 0xFF);
		System.arraycopy(content, 0, bank, 0, content.length);
		return length -> Arrays.copyOf(bank, length);
	}
}
