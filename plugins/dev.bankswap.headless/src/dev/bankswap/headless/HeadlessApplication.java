/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.headless;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** The command line as an application of the platform: {@code ./bankswap board}, {@code cloud}, {@code demo} … */
@NonNullByDefault({})
public final class HeadlessApplication implements IApplication {

	/** The configuration area that was made for this run alone, and is deleted with it. */
	private static final String AREA = "bankswap.area"; //$NON-NLS-1$

	@Override
	public Object start(IApplicationContext context) throws InterruptedException {
		String area = System.getProperty(AREA);
		if (area != null) {
			Shutdown.whenTheProcessEnds(() -> delete(Path.of(area)));
		}
		String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
		context.applicationRunning();
		int status = BankswapCommand.run(arguments, System.out, System.err);
		Shutdown.commandEnded();
		Shutdown.run();
		return Integer.valueOf(status);
	}

	@Override
	public void stop() {
		Shutdown.run();
	}

	private static void delete(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
		} catch (IOException e) {
			System.getLogger("dev.bankswap.headless") //$NON-NLS-1$
					.log(System.Logger.Level.DEBUG, "The configuration area could not be deleted", e); //$NON-NLS-1$
		}
	}
}
