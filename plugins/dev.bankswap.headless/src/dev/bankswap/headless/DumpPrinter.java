/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.headless;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.bankswap.formats.FirmwareVersion;
import dev.bankswap.formats.ImageState;
import dev.bankswap.formats.PalState;
import dev.bankswap.formats.dump.OptionByteSettings;
import dev.bankswap.littlefs.Geometry;
import dev.bankswap.simulator.dump.DumpReport;

/** Prints what a dump tells: option bytes, banks, file tree, image state. */
final class DumpPrinter {

	private static final String IMAGE_STATE = "/ota/image_state"; //$NON-NLS-1$
	private static final String ROW = "  %-34s %8s  %s"; //$NON-NLS-1$
	private static final int SECTORS_PER_BIT = 4;
	private static final int MAJOR_SHIFT = 16;
	private static final int MINOR_MASK = 0xFFFF;

	private final PrintWriter out;

	DumpPrinter(PrintWriter out) {
		this.out = out;
	}

	void print(DumpReport report) {
		out.println(report.options().map(DumpPrinter::options).orElse(DumpMessages.OptionBytesMissing));
		for (int number = 1; number <= 2; number++) {
			out.println(bank(report.banks(), number));
		}
		report.volume().ifPresentOrElse(this::volume, () -> out.println(DumpMessages.FileSystemMissing));
	}

	private static String options(OptionByteSettings options) {
		String protection = protection(1, options.writable1()) + protection(2, options.writable2());
		return DumpMessages.bind(DumpMessages.OptionBytes, options.swapBank() ? "1" : "0", protection); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String protection(int bank, int writable) {
		int sectors = SECTORS_PER_BIT * (Integer.SIZE - Integer.bitCount(writable));
		return sectors == 0 ? "" : DumpMessages.bind(DumpMessages.Protected, Integer.toString(bank), Integer.toString(sectors)); //$NON-NLS-1$
	}

	private static String bank(List<DumpReport.Bank> banks, int number) {
		String shown = Integer.toString(number);
		Optional<DumpReport.Bank> found = banks.stream().filter(bank -> bank.number() == number).findFirst();
		return found.isPresent() ? DumpMessages.bind(DumpMessages.Bank, shown, contents(found.get()))
				: DumpMessages.bind(DumpMessages.BankMissing, shown);
	}

	private static String contents(DumpReport.Bank bank) {
		String text = DumpMessages.BankErased;
		if (bank.programmed() > 0) {
			String version = bank.version().map(FirmwareVersion::toString).orElse(DumpMessages.BankVersionUnknown);
			text = DumpMessages.bind(DumpMessages.BankFilled, version, Integer.toString(bank.programmed()))
					+ bank.fileName().map(name -> DumpMessages.bind(DumpMessages.BankAccepts, name)).orElse(""); //$NON-NLS-1$
		}
		if (bank.starts().orElse(Boolean.FALSE).booleanValue()) {
			text = DumpMessages.bind(DumpMessages.BankStarts, text);
		}
		return bank.programmed() > 0 && bank.problem().isPresent()
				? DumpMessages.bind(DumpMessages.BankWillNotStart, text, bank.problem().get())
				: text;
	}

	private void volume(DumpReport.Volume volume) {
		out.println(volume.mounts() ? summary(volume) : DumpMessages.FileSystemUnreadable);
		volume.problems().forEach(problem -> out.println(DumpMessages.bind(DumpMessages.Problem, problem)));
		volume.files().forEach(item -> out.println(row(item)));
		boolean damaged = !volume.mounts() || volume.files().stream().anyMatch(item -> item.path().equals(IMAGE_STATE) && !item.readable());
		out.println(volume.imageState().map(DumpPrinter::imageState)
				.orElse(damaged ? DumpMessages.ImageStateUnreadable : DumpMessages.ImageStateNone));
	}

	private static String summary(DumpReport.Volume volume) {
		String version = (volume.diskVersion() >>> MAJOR_SHIFT) + "." + (volume.diskVersion() & MINOR_MASK); //$NON-NLS-1$
		String used = volume.usedBlocks() < 0 ? DumpMessages.BlocksUnknown : Integer.toString(volume.usedBlocks());
		return DumpMessages.bind(DumpMessages.FileSystem,
				new Object[] { version, used, Integer.toString(Geometry.FIRMWARE.blockCount()) });
	}

	private static String row(DumpReport.Item item) {
		String path = item.directory() && !item.path().endsWith("/") ? item.path() + '/' : item.path(); //$NON-NLS-1$
		String size = item.directory() ? "" : Long.toString(item.size()); //$NON-NLS-1$
		String meaning = item.readable() ? item.meaning() : DumpMessages.bind(DumpMessages.CannotRead, item.meaning());
		return String.format(Locale.ROOT, ROW, path, size, meaning).stripTrailing();
	}

	private static String imageState(ImageState state) {
		String name = state.palState().map(PalState::text)
				.orElseGet(() -> DumpMessages.bind(DumpMessages.ImageStateUnknown, Integer.toString(state.state())));
		return DumpMessages.bind(DumpMessages.ImageState, name, Integer.toString(state.targetBank()));
	}
}
