/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class StateStoreTest {

	@TempDir
	Path folder;

	/** Two kinds of what can be stored. */
	sealed interface Shape {
	}

	/** Has a value of every kind. */
	record Circle(Instant time, Optional<Instant> later, Optional<Integer> number, Optional<Part> part, Map<String, String> map,
			List<Shape> shapes, ObjectNode json) implements Shape {
	}

	record Square(byte[] bytes) implements Shape {
	}

	record Part(String text) {
	}

	record Row(Shape shape) {
	}

	record Number(int value) {
	}

	private Path file() {
		return folder.resolve("state.db");
	}

	private StateStore open(Path path) throws IOException {
		return StateStore.open(path, Shape.class);
	}

	@Test
	void everyKindOfValueComesBack() throws IOException {
		ObjectNode json = JsonNodeFactory.withExactBigDecimals(true).objectNode().put("n", new BigDecimal("100.0")).put("s", "ä").putNull("x");
		Circle circle = new Circle(Instant.parse("2023-08-23T09:52:00.123456789Z"), Optional.empty(), Optional.of(7), Optional.of(new Part("p")),
				Map.of("k", "v"), List.of(new Circle(Instant.EPOCH, Optional.of(Instant.MAX), Optional.empty(), Optional.empty(), Map.of(),
						List.of(), json)),
				json);
		try (StateStore store = open(file())) {
			Map<String, Row> table = store.table("t", Row.class);
			table.put("circle", new Row(circle));
			table.put("square", new Row(new Square(new byte[] { 0, -1, 3 })));
		}
		try (StateStore store = open(file())) {
			Map<String, Row> table = store.table("t", Row.class);
			assertEquals(new Row(circle), table.get("circle"));
			assertArrayEquals(new byte[] { 0, -1, 3 }, ((Square) table.get("square").shape()).bytes());
		}
	}

	@Test
	void tablesKeepTheirOrderAndRemovals() throws IOException {
		try (StateStore store = open(file())) {
			for (Map<String, Number> table : List.of(store.table("added", Number.class), store.sortedTable("sorted", Number.class))) {
				for (String key : List.of("c", "a", "d", "b", "e")) {
					table.put(key, new Number(1));
				}
				table.put("c", new Number(2));
				table.remove("a");
				table.put("a", new Number(3));
				table.values().removeIf(number -> number.value() == 2);
				table.computeIfPresent("d", (key, old) -> new Number(9));
				assertThrows(UnsupportedOperationException.class, () -> table.entrySet().iterator().next().setValue(new Number(0)));
			}
		}
		try (StateStore store = open(file())) {
			Map<String, Number> added = store.table("added", Number.class);
			assertEquals(List.of("d", "b", "e", "a"), List.copyOf(added.keySet()));
			assertEquals(List.of("a", "b", "d", "e"), List.copyOf(store.sortedTable("sorted", Number.class).keySet()));
			assertEquals(new Number(9), added.get("d"));
			added.clear();
		}
		try (StateStore store = open(file())) {
			assertTrue(store.table("added", Number.class).isEmpty());
		}
	}

	@Test
	void aKillLeavesTheLastCommit() throws IOException {
		Path killed = folder.resolve("killed.db");
		try (StateStore store = open(file())) {
			Map<String, Number> one = store.table("one", Number.class);
			Map<String, Number> two = store.table("two", Number.class);
			assertTrue(store.changed());
			for (int i = 0; i < 200; i++) {
				one.put("n", new Number(i));
				if (i % 7 == 0) {
					assertCommitted(killed, i - 1);
				}
				two.put("n", new Number(i));
				store.commit();
				assertFalse(store.changed());
			}
		}
	}

	/** A copy of the open file is what a killed process leaves. */
	private void assertCommitted(Path killed, int expected) throws IOException {
		Files.deleteIfExists(killed);
		Files.copy(file(), killed);
		try (StateStore left = open(killed)) {
			int one = Optional.ofNullable(left.table("one", Number.class).get("n")).map(Number::value).orElse(-1);
			int two = Optional.ofNullable(left.table("two", Number.class).get("n")).map(Number::value).orElse(-1);
			assertEquals(expected, one);
			assertEquals(expected, two);
		}
	}

	@Test
	void aTornWriteLeavesTheCommitBefore() throws IOException {
		byte[] large = new byte[50_000];
		new Random(1).nextBytes(large);
		Path torn = folder.resolve("torn.db");
		try (StateStore store = open(file())) {
			Map<String, Square> table = store.table("t", Square.class);
			table.put("first", new Square(large));
			store.commit();
			long before = Files.size(file());
			table.put("second", new Square(large));
			store.commit();
			long after = Files.size(file());
			for (long length = before; length < after - 4096; length += 10_000) {
				Files.deleteIfExists(torn);
				Files.copy(file(), torn);
				try (RandomAccessFile cut = new RandomAccessFile(torn.toFile(), "rw")) {
					cut.setLength(length);
				}
				try (StateStore left = open(torn)) {
					assertEquals(List.of("first"), List.copyOf(left.table("t", Square.class).keySet()));
				}
			}
		}
	}

	@Test
	void aFileInUseOrDamagedIsRefusedWithAReason() throws IOException {
		try (StateStore store = open(file())) {
			IOException refusal = assertThrows(IOException.class, () -> open(file()));
			assertTrue(String.valueOf(refusal.getMessage()).contains("another process uses it"), refusal.getMessage());
			assertFalse(store.changed());
		}
		Random random = new Random(4);
		byte[] noise = new byte[20_000];
		for (int i = 0; i < 20; i++) {
			random.nextBytes(noise);
			Files.write(folder.resolve("noise.db"), noise);
			assertThrows(IOException.class, () -> open(folder.resolve("noise.db")));
		}
	}

	@Test
	void aFileWithWrongBytesIsReadOrRefused() throws IOException {
		try (StateStore store = open(file())) {
			Map<String, Row> table = store.table("t", Row.class);
			for (int i = 0; i < 50; i++) {
				table.put("k" + i, new Row(new Square(new byte[] { (byte) i })));
			}
		}
		byte[] valid = Files.readAllBytes(file());
		Random random = new Random(8);
		for (int i = 0; i < 100; i++) {
			byte[] wrong = valid.clone();
			for (int n = random.nextInt(20); n >= 0; n--) {
				wrong[random.nextInt(wrong.length)] ^= (byte) (1 + random.nextInt(255));
			}
			Files.write(folder.resolve("wrong.db"), wrong);
			assertTrue(readOrRefused(folder.resolve("wrong.db")));
		}
	}

	private boolean readOrRefused(Path path) {
		try (StateStore store = open(path)) {
			return store.table("t", Row.class).size() >= 0;
		} catch (IOException | IllegalStateException e) {
			return e.getMessage() != null;
		}
	}

	@Test
	void whatDoesNotFitIsReported() throws IOException {
		try (StateStore store = open(file())) {
			store.table("t", Part.class).put("k", new Part("text"));
		}
		try (StateStore store = open(file())) {
			assertThrows(IllegalStateException.class, () -> store.table("t", Row[].class));
		}
	}

	@Test
	void memoryHasNothingToCommit() {
		try (StateStore store = StateStore.inMemory()) {
			Map<String, Number> table = store.table("t", Number.class);
			table.put("a", new Number(1));
			assertFalse(store.changed());
			store.commit();
			assertEquals(new Number(1), table.get("a"));
		}
	}
}
