/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.dump;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.bankswap.formats.FirmwareImage;
import dev.bankswap.formats.ImageCatalog;
import dev.bankswap.formats.ImageFormatException;
import dev.bankswap.formats.dump.OptionByteSettings;

/** Explains dumps. Reads everything and changes nothing. */
public final class DumpInspector {

	private static final int QUAD_WORD = 16;

	private final ImageCatalog images;

	/**
	 * Makes an inspector.
	 *
	 * @param images those whose version is known
	 */
	public DumpInspector(ImageCatalog images) {
		this.images = images;
	}

	/**
	 * Explains a dump.
	 *
	 * @param dump the dump
	 * @return what can be told, and of the rest why it cannot
	 */
	public DumpReport inspect(BoardDump dump) {
		List<DumpReport.Bank> banks = new ArrayList<>();
		for (int number = 1; number <= 2; number++) {
			Optional<byte[]> contents = dump.bank(number);
			if (contents.isPresent()) {
				boolean second = number == 2;
				banks.add(bank(number, contents.get(), dump.options().map(OptionByteSettings::swapBank).map(swap -> swap == second)));
			}
		}
		return new DumpReport(dump.options(), List.copyOf(banks), dump.nor().map(VolumeInspector::inspect));
	}

	private DumpReport.Bank bank(int number, byte[] contents, Optional<Boolean> starts) {
		int end = contents.length;
		while (end > 0 && contents[end - 1] == -1) {
			end--;
		}
		if (end == 0) {
			return new DumpReport.Bank(number, starts, 0, Optional.empty(), Optional.empty(), Optional.of("erased"));
		}
		byte[] used = Arrays.copyOf(contents, (end + QUAD_WORD - 1) / QUAD_WORD * QUAD_WORD);
		var version = images.identify(length -> Arrays.copyOf(contents, Math.min(length, contents.length)));
		try {
			FirmwareImage image = FirmwareImage.ofBinary("bank " + number, used);
			return new DumpReport.Bank(number, starts, end, version, image.embeddedFileName().map(FileMeaning::printable),
					Optional.empty());
		} catch (ImageFormatException e) {
			return new DumpReport.Bank(number, starts, end, version, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
		}
	}
}
