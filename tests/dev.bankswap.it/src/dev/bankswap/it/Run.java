/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One run of a program: its output goes to files, so that nothing blocks and everything can be shown when a test fails. */
final class Run implements AutoCloseable {

	private final List<String> command;
	private final Process process;
	private final Path out;
	private final Path err;

	private Run(Map<String, String> environment, List<String> command) {
		this.command = command;
		try {
			out = Files.createTempFile("run", ".out");
			err = Files.createTempFile("run", ".err");
			ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
			builder.redirectInput(ProcessBuilder.Redirect.PIPE);
			builder.environment().putAll(environment);
			process = builder.start();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static Run start(Map<String, String> environment, String... command) {
		return new Run(environment, List.of(command));
	}

	static Run start(String... command) {
		return new Run(Map.of(), List.of(command));
	}

	/** {@code ./bankswap} with the product that this build made. */
	static Run bankswap(String... arguments) {
		return bankswapIn(Path.of(System.getProperty("java.io.tmpdir")), arguments);
	}

	/** The same with a folder of its own for temporary files. */
	static Run bankswapIn(Path temporary, String... arguments) {
		String[] command = new String[arguments.length + 1];
		command[0] = Tree.ROOT.resolve("bankswap").toString();
		System.arraycopy(arguments, 0, command, 1, arguments.length);
		return start(Map.of("BANKSWAP_PRODUCT", System.getProperty("bankswap.product"), "DISPLAY", "", "TMPDIR",
				temporary.toString()), command);
	}

	void type(String text) {
		try {
			process.getOutputStream().write(text.getBytes());
			process.getOutputStream().flush();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	void signal(String name) {
		try (Run kill = start("kill", "-" + name, Long.toString(process.pid()))) {
			kill.exit(10);
		}
	}

	/** Waits for the end and returns the exit status. */
	int exit(int seconds) {
		try {
			if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
				throw new AssertionError("still running after " + seconds + " s: " + this);
			}
			return process.exitValue();
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	/** Waits until the output is as wanted. */
	String await(int seconds, Predicate<String> wanted) {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
		try {
			while (System.nanoTime() < deadline) {
				String text = out();
				if (wanted.test(text)) {
					return text;
				}
				if (process.waitFor(50, TimeUnit.MILLISECONDS) && !wanted.test(out())) {
					throw new AssertionError("ended with " + process.exitValue() + " before that: " + this);
				}
			}
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
		throw new AssertionError("not within " + seconds + " s: " + this);
	}

	String out() {
		return Tree.read(out);
	}

	String err() {
		return Tree.read(err);
	}

	@Override
	public String toString() {
		return command + "\n--- output\n" + out() + "\n--- errors\n" + err();
	}

	@Override
	public void close() {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly();
		try {
			process.waitFor(10, TimeUnit.SECONDS);
			Files.deleteIfExists(out);
			Files.deleteIfExists(err);
		} catch (InterruptedException | IOException e) {
			throw new AssertionError(e);
		}
	}
}
