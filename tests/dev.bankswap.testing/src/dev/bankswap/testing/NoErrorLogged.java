/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails every test during which one of our bundles (or Netty, on our behalf) logged an error that the test did not announce.
 * Both logs are watched: {@code java.util.logging}, where {@code System.Logger} ends up in the plain bundles, and the
 * platform log of a running IDE.
 */
public final class NoErrorLogged implements BeforeEachCallback, AfterEachCallback {

	/** Held, because java.util.logging holds loggers weakly and would forget the handler with them. */
	private static final List<Logger> LOGGERS = List.of(Logger.getLogger("dev.bankswap"), Logger.getLogger("io.netty"));

	private static final ThreadLocal<List<Pattern>> EXPECTED = ThreadLocal.withInitial(ArrayList::new);

	private final List<String> errors = new ArrayList<>();

	private final Handler handler = new Handler() {
		@Override
		public void publish(LogRecord entry) {
			if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
				record(entry.getLoggerName() + ": " + entry.getMessage() + cause(entry.getThrown()));
			}
		}

		@Override
		public void flush() {
			// nothing is buffered
		}

		@Override
		public void close() {
			// nothing is open
		}
	};

	private final ILogListener platformListener = (status, plugin) -> {
		if (status.getSeverity() == IStatus.ERROR && status.getPlugin().startsWith("dev.bankswap")) {
			record(status.getPlugin() + ": " + status.getMessage() + cause(status.getException()));
		}
	};

	/**
	 * Announces an error that the running test provokes on purpose.
	 *
	 * @param regex what the whole message contains
	 */
	public static void expect(String regex) {
		EXPECTED.get().add(Pattern.compile(regex));
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		EXPECTED.get().clear();
		LOGGERS.forEach(logger -> logger.addHandler(handler));
		if (Platform.isRunning()) {
			Platform.addLogListener(platformListener);
		}
	}

	@Override
	public void afterEach(ExtensionContext context) {
		LOGGERS.forEach(logger -> logger.removeHandler(handler));
		if (Platform.isRunning()) {
			Platform.removeLogListener(platformListener);
		}
		List<String> found;
		synchronized (errors) {
			found = new ArrayList<>(errors);
			errors.clear();
		}
		found.removeIf(message -> EXPECTED.get().stream().anyMatch(p -> p.matcher(message).find()));
		if (!found.isEmpty()) {
			throw new AssertionError("The test logged errors that it did not expect: " + found);
		}
	}

	private void record(String message) {
		synchronized (errors) {
			errors.add(message);
		}
	}

	private static String cause(Throwable thrown) {
		return thrown == null ? "" : " (" + thrown + ")";
	}
}
