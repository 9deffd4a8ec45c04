/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.bankswap.formats.ImageFormatException;
import dev.bankswap.formats.dump.BoardMemory;
import dev.bankswap.formats.dump.IntelHex;
import dev.bankswap.formats.dump.MemoryImage;
import dev.bankswap.formats.dump.OptionByteSettings;
import dev.bankswap.formats.dump.RawDump;

/**
 * Dumps on disk: a folder with some of {@value #BANK_1}, {@value #BANK_2}, {@value #NOR} and {@value #OPTIONS}, where the banks
 * are physical; or {@value #HEX} instead of the banks, where they are at the addresses that SWAP_BANK gives them; or just one
 * file, an Intel HEX or the raw dump of the external flash.
 */
public final class DumpFiles {

	/** Raw dump of physical bank 1. */
	public static final String BANK_1 = "bank1.bin";
	/** Raw dump of physical bank 2. */
	public static final String BANK_2 = "bank2.bin";
	/** Raw dump of the external flash. */
	public static final String NOR = "nor.bin";
	/** The option bytes. */
	public static final String OPTIONS = "option-bytes.json";
	/** The internal flash, and maybe the external one, by address. */
	public static final String HEX = "flash.hex";

	private static final Set<String> KNOWN = new TreeSet<>(Set.of(BANK_1, BANK_2, NOR, OPTIONS, HEX));
	private static final int MAX_HEX = 256 << 20;

	private DumpFiles() {
		// only functions
	}

	/**
	 * Reads a dump.
	 *
	 * @param path a folder or a file
	 * @return what is there
	 * @throws ImageFormatException if it is no dump, with the reason
	 * @throws IOException          if it cannot be read
	 */
	public static BoardDump read(Path path) throws ImageFormatException, IOException {
		if (Files.isDirectory(path)) {
			return readFolder(path);
		}
		if (!Files.isRegularFile(path)) {
			throw new ImageFormatException(path.toString(), "there is no such file or folder", "Give a folder with some of " + KNOWN);
		}
		if (path.toString().toLowerCase(Locale.ROOT).endsWith(".hex")) {
			return ofHex(hex(path), Optional.empty());
		}
		return new BoardDump(Optional.empty(), Optional.empty(), Optional.of(nor(path)), Optional.empty());
	}

	private static BoardDump readFolder(Path folder) throws ImageFormatException, IOException {
		List<String> present = KNOWN.stream().filter(name -> Files.isRegularFile(folder.resolve(name))).toList();
		if (present.isEmpty()) {
			throw new ImageFormatException(folder.toString(), "the folder holds no dump", "Give a folder with some of " + KNOWN);
		}
		Optional<OptionByteSettings> options = present.contains(OPTIONS)
				? Optional.of(OptionByteSettings.ofJson(OPTIONS, limited(folder.resolve(OPTIONS))))
				: Optional.empty();
		if (present.contains(HEX)) {
			if (present.size() > (options.isPresent() ? 2 : 1)) {
				throw new ImageFormatException(folder.toString(), "the folder holds both " + HEX + " and raw dumps",
						"Remove what is out of date");
			}
			return ofHex(hex(folder.resolve(HEX)), options);
		}
		return new BoardDump(bank(folder, BANK_1), bank(folder, BANK_2),
				present.contains(NOR) ? Optional.of(nor(folder.resolve(NOR))) : Optional.empty(), options);
	}

	private static Optional<byte[]> bank(Path folder, String name) throws ImageFormatException, IOException {
		Path file = folder.resolve(name);
		if (!Files.isRegularFile(file)) {
			return Optional.empty();
		}
		RawDump.checkBank(name, Files.size(file));
		byte[] bytes = Files.readAllBytes(file);
		RawDump.checkBank(name, bytes.length);
		return Optional.of(bytes);
	}

	private static NorDump nor(Path file) throws ImageFormatException, IOException {
		String name = String.valueOf(file.getFileName());
		RawDump.norOffset(name, Files.size(file));
		byte[] bytes = Files.readAllBytes(file);
		return new NorDump(RawDump.norOffset(name, bytes.length), bytes);
	}

	private static MemoryImage hex(Path file) throws ImageFormatException, IOException {
		String name = String.valueOf(file.getFileName());
		if (Files.size(file) > MAX_HEX) {
			throw new ImageFormatException(name, "the file is larger than all memories of the board", "Give one exported from a board");
		}
		return IntelHex.read(name, Files.readAllBytes(file));
	}

	private static byte[] limited(Path file) throws IOException {
		try (var in = Files.newInputStream(file)) {
			return in.readNBytes(1 << 16);
		}
	}

	private static BoardDump ofHex(MemoryImage image, Optional<OptionByteSettings> options) {
		boolean swapped = options.map(OptionByteSettings::swapBank).orElse(Boolean.FALSE).booleanValue();
		Optional<byte[]> low = part(image, BoardMemory.LOW_BANK, BoardMemory.LOW_BANK.size());
		Optional<byte[]> high = part(image, BoardMemory.HIGH_BANK, BoardMemory.HIGH_BANK.size());
		Optional<NorDump> nor = part(image, BoardMemory.NOR, BoardMemory.NOR.size()).map(bytes -> new NorDump(0, bytes));
		return new BoardDump(swapped ? high : low, swapped ? low : high, nor, options);
	}

	private static Optional<byte[]> part(MemoryImage image, BoardMemory memory, int size) {
		return image.touches(memory.address(), size) ? Optional.of(image.read(memory.address(), size)) : Optional.empty();
	}

	/**
	 * Writes a dump as Intel HEX, without what is erased. The banks are where SWAP_BANK maps them.
	 *
	 * @param dump the dump
	 * @return the bytes of the file
	 */
	public static byte[] toHex(BoardDump dump) {
		boolean swapped = dump.options().map(OptionByteSettings::swapBank).orElse(Boolean.FALSE).booleanValue();
		List<MemoryImage.Segment> segments = new ArrayList<>();
		dump.bank(swapped ? 2 : 1).ifPresent(bytes -> segments
				.addAll(MemoryImage.withoutErased(BoardMemory.LOW_BANK.address(), bytes).segments()));
		dump.bank(swapped ? 1 : 2).ifPresent(bytes -> segments
				.addAll(MemoryImage.withoutErased(BoardMemory.HIGH_BANK.address(), bytes).segments()));
		dump.nor().ifPresent(nor -> segments
				.addAll(MemoryImage.withoutErased(BoardMemory.NOR.address() + nor.offset(), nor.bytes()).segments()));
		return IntelHex.write(new MemoryImage(segments));
	}

	/**
	 * Writes a dump as a folder of raw files. The folder appears when it is complete; an older dump in its place is replaced.
	 *
	 * @param dump   the dump
	 * @param folder where; if it exists, it must be a dump
	 * @throws IOException if that is impossible, with the reason
	 */
	public static void write(BoardDump dump, Path folder) throws IOException {
		checkTarget(folder);
		Path parent = folder.toAbsolutePath().getParent();
		if (parent == null) {
			throw new IOException(folder + " cannot be replaced by a dump; give another folder");
		}
		Files.createDirectories(parent);
		Path fresh = Files.createTempDirectory(parent, ".dump");
		try {
			for (Map.Entry<String, byte[]> file : files(dump).entrySet()) {
				Files.write(fresh.resolve(file.getKey()), file.getValue());
			}
			if (Files.isDirectory(folder)) {
				Path old = Files.createTempDirectory(parent, ".old");
				Files.move(folder, old, StandardCopyOption.REPLACE_EXISTING);
				Files.move(fresh, folder);
				delete(old);
			} else {
				Files.move(fresh, folder);
			}
		} finally {
			delete(fresh);
		}
	}

	/**
	 * Checks, before there is anything to lose, whether a dump could be written.
	 *
	 * @param folder where it shall be
	 * @throws IOException if something else is there
	 */
	public static void checkTarget(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return;
		}
		if (!Files.isDirectory(folder)) {
			throw new IOException(folder + " is a file; give a folder for the dump");
		}
		try (Stream<Path> files = Files.list(folder)) {
			Optional<String> foreign = files.map(file -> String.valueOf(file.getFileName())).filter(name -> !KNOWN.contains(name))
					.findFirst();
			if (foreign.isPresent()) {
				throw new IOException(folder + " holds " + foreign.get() + ", which is no part of a dump; give another folder");
			}
		}
	}

	private static Map<String, byte[]> files(BoardDump dump) {
		Map<String, byte[]> files = new LinkedHashMap<>();
		dump.bank1().ifPresent(bytes -> files.put(BANK_1, bytes));
		dump.bank2().ifPresent(bytes -> files.put(BANK_2, bytes));
		dump.nor().ifPresent(nor -> files.put(NOR, nor.bytes()));
		dump.options().ifPresent(options -> files.put(OPTIONS, options.toJson()));
		return files;
	}

	private static void delete(Path folder) throws IOException {
		if (Files.isDirectory(folder)) {
			try (Stream<Path> files = Files.list(folder)) {
				for (Path file : files.toList()) {
					Files.delete(file);
				}
			}
			Files.delete(folder);
		}
	}
}
