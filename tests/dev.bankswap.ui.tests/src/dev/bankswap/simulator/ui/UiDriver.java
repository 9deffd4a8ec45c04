/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

import dev.bankswap.ui.BankswapUi;

/**
 * Drives the real workbench from a test that runs on the UI thread: handles events until a condition holds, finds widgets by
 * their names, takes screenshots, and measures how long the longest event kept the UI thread busy.
 */
final class UiDriver {

	private static final Path FOLDER = Path.of("target", "screenshots");

	private static final int POLL_MS = 10;

	private final Shell shell;

	private final Display display;

	private long longestNanos;

	UiDriver(Shell shell) {
		this.shell = shell;
		this.display = shell.getDisplay();
	}

	/** Handles events until the condition holds; fails with a screenshot after the deadline. */
	void waitUntil(String what, Duration deadline, BooleanSupplier condition) {
		long end = System.nanoTime() + deadline.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				screenshot("failure");
				throw new AssertionError("not within " + deadline.toSeconds() + " s: " + what);
			}
			handleEvents();
			display.timerExec(POLL_MS, () -> { /* wakes the display, so that the condition is looked at again */ });
			display.sleep();
		}
		handleEvents();
	}

	/** Forgets the longest time that an event took. */
	void resetLongest() {
		longestNanos = 0;
	}

	/** The longest time that handling one event took: so long the window was frozen. */
	Duration longest() {
		return Duration.ofNanos(longestNanos);
	}

	/** Whether a widget is visible. */
	boolean shows(String name) {
		return find(shell, name).isPresent();
	}

	/** Finds a visible widget by the name that the code gave it. */
	<T extends Control> T find(String name, Class<T> type) {
		return find(shell, name).filter(type::isInstance).map(type::cast).orElseThrow(() -> {
			screenshot("failure");
			return new AssertionError("no widget " + name);
		});
	}

	/** Saves what is on the screen where the window is. */
	void screenshot(String name) {
		handleEvents();
		shell.update();
		Rectangle bounds = shell.getBounds();
		Image image = new Image(display, bounds.width, bounds.height);
		GC gc = new GC(display);
		try {
			gc.copyArea(image, bounds.x, bounds.y);
			ImageLoader loader = new ImageLoader();
			loader.data = new ImageData[] { image.getImageData() };
			Files.createDirectories(FOLDER);
			loader.save(FOLDER.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} finally {
			gc.dispose();
			image.dispose();
		}
	}

	private void handleEvents() {
		boolean more = true;
		while (more) {
			long start = System.nanoTime();
			more = display.readAndDispatch();
			longestNanos = Math.max(longestNanos, System.nanoTime() - start);
		}
	}

	private static Optional<Control> find(Control root, String name) {
		if (name.equals(root.getData(BankswapUi.WIDGET_NAME)) && root.isVisible()) {
			return Optional.of(root);
		}
		if (root instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				Optional<Control> found = find(child, name);
				if (found.isPresent()) {
					return found;
				}
			}
		}
		return Optional.empty();
	}
}
