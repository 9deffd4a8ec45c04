/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.bankswap.firmware.kernel.Heap;

/** {@code heapstat}: how full the heap is and was. A short option is known by its one letter, whatever follows it. */
final class HeapStatCommand implements Command {

	private static final int PERCENT = 100;

	private static final String RULE = "-".repeat(56);

	private final Heap heap;

	/** The units of the decimal column. */
	private enum Unit {
		BYTES("(Bytes)", 1, "b", "--byte"), KIBI("(KiB)", 1024, "hk", "--kibi"), MEBI("(MiB)", 1024 * 1024, "m", "--mebi"),
		KILO("(KB)", 1000, "", "--kilo"), MEGA("(MB)", 1_000_000, "", "--mega");

		private final String title;
		private final int divisor;
		private final String letters;
		private final String option;

		Unit(String title, int divisor, String letters, String option) {
			this.title = title;
			this.divisor = divisor;
			this.letters = letters;
			this.option = option;
		}

		static Optional<Unit> of(String word) {
			if (word.startsWith("--")) {
				return Arrays.stream(values()).filter(each -> each.option.equals(word)).findFirst();
			}
			return word.length() < 2 ? Optional.empty()
					: Arrays.stream(values()).filter(each -> each.letters.indexOf(word.charAt(1)) >= 0).findFirst();
		}
	}

	HeapStatCommand(Heap heap) {
		this.heap = heap;
	}

	@Override
	public String name() {
		return "heapstat";
	}

	@Override
	public String help() {
		return HelpText.of("""
				heapstat
				    heapstat [-b | --byte]
				        Display heap statistics in bytes.

				    heapstat -h | -k | --kibi
				        Display heap statistics in Kibibytes (KiB).

				    heapstat -m | --mebi
				        Display heap statistics in Mebibytes (MiB).

				    heapstat --kilo
				        Display heap statistics in Kilobytes (KB).

				    heapstat --mega
				        Display heap statistics in Megabytes (MB).
				""");
	}

	@Override
	public void execute(List<String> words, Terminal terminal, Runnable done) {
		Unit unit = Unit.BYTES;
		boolean valid = true;
		for (String word : words.subList(1, words.size())) {
			Optional<Unit> given = word.startsWith("-") ? Unit.of(word) : Optional.empty();
			if (given.isEmpty()) {
				terminal.println("Error: Unrecognized argument: " + word);
			}
			unit = given.orElse(unit);
			// a word that is no option does not count as a bad one
			valid = word.startsWith("-") ? given.isPresent() : valid;
		}
		if (valid) {
			print(unit, terminal);
		}
		done.run();
	}

	private void print(Unit unit, Terminal terminal) {
		terminal.println('+' + RULE + '+');
		terminal.println(String.format(Locale.ROOT, "| Metric           | Dec %-7s | Hex (Bytes) | %% Total |", unit.title));
		terminal.println("|------------------|-------------|-------------|---------|");
		row(terminal, "Heap Total", Heap.SIZE, unit);
		row(terminal, "Heap Free", heap.free(), unit);
		row(terminal, "Min. Heap Free", heap.leastFree(), unit);
		row(terminal, "Heap Alloc.", Heap.SIZE - heap.free(), unit);
		row(terminal, "Max. Heap Alloc.", Heap.SIZE - heap.leastFree(), unit);
		terminal.println('+' + RULE + '+');
	}

	private static void row(Terminal terminal, String metric, int bytes, Unit unit) {
		terminal.println(String.format(Locale.ROOT, "| %-16s | %-11d | 0x%-9X | %3d %%   |", metric, bytes / unit.divisor, bytes,
				(long) PERCENT * bytes / Heap.SIZE));
	}
}
