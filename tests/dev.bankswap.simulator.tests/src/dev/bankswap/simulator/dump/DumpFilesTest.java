/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.dump;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.bankswap.board.Board;
import dev.bankswap.board.BoardConfig;
import dev.bankswap.formats.ImageFormatException;
import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoErrorLogged.class)
class DumpFilesTest {

	@TempDir
	private Path folder;

	@Test
	void aBoardThatIsSavedCanBeLoaded() throws IOException {
		Board board = TestDumps.provisioned();
		Path dump = folder.resolve("dump");
		DumpFiles.write(BoardDump.of(board), dump);
		assertEquals(List.of("bank1.bin", "bank2.bin", "nor.bin", "option-bytes.json"), names(dump));
		assertSame(board, loaded(dump));
		DumpFiles.write(BoardDump.of(TestDumps.provisioned()), dump);
		assertSame(board, loaded(dump));
		assertEquals(List.of("dump"), names(folder), "nothing temporary is left");
	}

	@Test
	void hexFilesKnowTheMapping() throws IOException {
		Board board = TestDumps.provisioned();
		BoardDump dump = BoardDump.of(board);
		Path dir = Files.createDirectory(folder.resolve("hex"));
		Files.write(dir.resolve("flash.hex"), DumpFiles.toHex(dump));
		Files.write(dir.resolve("option-bytes.json"), dump.options().orElseThrow().toJson());
		assertSame(board, loaded(dir));
		BoardDump alone = DumpFiles.read(dir.resolve("flash.hex"));
		assertArrayEquals(board.programmer().readBank(2), alone.bank1().orElseThrow(), "without option bytes, low is bank 1");
		assertTrue(alone.options().isEmpty());
	}

	@Test
	void oneFileIsADumpOfTheNor() throws IOException {
		Path file = Files.write(folder.resolve("my.bin"), TestDumps.volume());
		BoardDump dump = DumpFiles.read(file);
		assertEquals(0xA0000, dump.nor().orElseThrow().offset());
		assertArrayEquals(TestDumps.volume(), dump.nor().orElseThrow().volume());
		assertTrue(dump.bank1().isEmpty() && dump.bank2().isEmpty());
	}

	@Test
	void otherThingsAreRefusedWithTheReason() throws IOException {
		refused(folder.resolve("nowhere"), "no such file");
		refused(folder, "holds no dump");
		refused(Files.write(folder.resolve("x.bin"), new byte[100]), "the dump has 100 bytes");
		refused(Files.write(folder.resolve("x.hex"), new byte[100]), "line 1");
		Path dir = Files.createDirectory(folder.resolve("dir"));
		Files.write(dir.resolve("bank1.bin"), new byte[1 << 21]);
		refused(dir, "both banks");
		Files.write(dir.resolve("bank1.bin"), new byte[1 << 20]);
		Files.write(dir.resolve("option-bytes.json"), "{}".getBytes());
		refused(dir, "SWAP_BANK is missing");
		Files.write(dir.resolve("option-bytes.json"), new byte[1 << 20]);
		refused(dir, "too many");
		Files.delete(dir.resolve("option-bytes.json"));
		Files.write(dir.resolve("flash.hex"), ":00000001FF\n".getBytes());
		refused(dir, "both flash.hex and raw dumps");
	}

	@Test
	void aFolderWithSomethingElseIsNotReplaced() throws IOException {
		BoardDump dump = BoardDump.of(new Board(BoardConfig.defaults()));
		Path mine = Files.write(folder.resolve("thesis.txt"), new byte[5]);
		IOException e = assertThrows(IOException.class, () -> DumpFiles.write(dump, folder));
		assertTrue(String.valueOf(e.getMessage()).contains("thesis.txt"), e.getMessage());
		assertThrows(IOException.class, () -> DumpFiles.write(dump, mine));
		assertEquals(List.of("thesis.txt"), names(folder));
		assertFalse(Files.isDirectory(mine));
	}

	private static void refused(Path path, String reason) {
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> DumpFiles.read(path));
		assertTrue(String.valueOf(e.getMessage()).contains(reason), e.getMessage());
	}

	private static Board loaded(Path dump) throws IOException {
		Board board = new Board(BoardConfig.defaults());
		DumpFiles.read(dump).loadInto(board);
		return board;
	}

	private static void assertSame(Board expected, Board actual) {
		for (int bank = 1; bank <= 2; bank++) {
			assertArrayEquals(expected.programmer().readBank(bank), actual.programmer().readBank(bank));
		}
		assertArrayEquals(expected.programmer().readNor(0, 1 << 23), actual.programmer().readNor(0, 1 << 23));
		assertEquals(expected.flash().swapBankCurrent(), actual.flash().swapBankCurrent());
		assertEquals(expected.flash().activeBank(), actual.flash().activeBank());
		assertEquals(expected.flash().writable(2), actual.flash().writable(2));
	}

	private static List<String> names(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
		}
	}
}
