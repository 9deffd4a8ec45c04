/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the processes that hold a port, where the operating system shows them (Linux, processes of the same user). Most terminals take
 * no lock, so two of them can open one port and each gets half of the characters; this is how that is noticed.
 */
public final class PortHolders {
	private PortHolders() {
	}

	/**
	 * Lists the other processes that have a port open.
	 *
	 * @param portName path of the port
	 * @return one text for each process, its name and number; empty if there is none or it cannot be seen
	 */
	public static List<String> of(String portName) {
		return of(portName, Path.of("/proc"), ProcessHandle.current().pid());
	}

	static List<String> of(String portName, Path proc, long self) {
		List<String> holders = new ArrayList<>();
		if (!portName.startsWith("/") || !Files.isDirectory(proc)) {
			return holders;
		}
		try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
			Path port = Path.of(portName).toRealPath();
			for (Path process : processes) {
				String pid = process.getFileName().toString();
				if (!pid.equals(Long.toString(self)) && holds(process, port)) {
					holders.add(name(process) + " (process " + pid + ")");
				}
			}
		} catch (IOException e) {
			// a port or a list that cannot be read names no holder; the caller's own message stands
			return holders;
		}
		return holders;
	}

	/** Words the holders for the end of a message, or returns an empty text. */
	static String describe(String portName) {
		List<String> holders = of(portName);
		return holders.isEmpty() ? "" : " It is held by " + String.join(", ", holders) + ".";
	}

	private static boolean holds(Path process, Path port) {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
			for (Path file : files) {
				if (Files.isSymbolicLink(file) && Files.readSymbolicLink(file).equals(port)) {
					return true;
				}
			}
		} catch (IOException e) {
			// another user's process, or one that ended meanwhile: not visible, so not named
			return false;
		}
		return false;
	}

	private static String name(Path process) {
		try {
			return Files.readString(process.resolve("comm")).strip();
		} catch (IOException e) {
			// ended meanwhile; the number alone will do
			return "a program";
		}
	}
}
