/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.headless;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.bankswap.formats.ImageFormatException;
import dev.bankswap.simulator.SimulatedDevice;
import dev.bankswap.simulator.dump.BoardDump;
import dev.bankswap.simulator.dump.DumpFiles;

/** Dumps that the user names on the command line. */
final class Dumps {

	private static final int SAVE_SECONDS = 20;

	private Dumps() {
		// not to be instantiated
	}

	static BoardDump read(Path path) throws Refused {
		try {
			return DumpFiles.read(path);
		} catch (ImageFormatException e) {
			throw new Refused(String.valueOf(e.getMessage()), e);
		} catch (IOException e) {
			throw new Refused(Messages.bind(Messages.Unreadable, path, e.getMessage()), e);
		}
	}

	static void checkTarget(Path folder) throws Refused {
		try {
			DumpFiles.checkTarget(folder);
		} catch (IOException e) {
			throw new Refused(String.valueOf(e.getMessage()), e);
		}
	}

	/** Saves a running board and says whether that worked; never throws, because the process is about to end. */
	static void save(SimulatedDevice device, Path folder, PrintWriter err) {
		CompletableFuture<BoardDump> dump = new CompletableFuture<>();
		device.access(board -> dump.complete(BoardDump.of(board)));
		try {
			DumpFiles.write(dump.get(SAVE_SECONDS, TimeUnit.SECONDS), folder);
			err.println(DumpMessages.bind(DumpMessages.Saved, folder));
		} catch (IOException | ExecutionException | TimeoutException e) {
			err.println(Messages.bind(Messages.Refused, DumpMessages.bind(DumpMessages.NotSaved, e.getMessage())));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			err.println(Messages.bind(Messages.Refused, DumpMessages.bind(DumpMessages.NotSaved, e)));
		}
	}
}
