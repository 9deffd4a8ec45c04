/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.formats.FirmwareVersion;
import dev.bankswap.simulator.BankRole;
import dev.bankswap.simulator.BankView;
import dev.bankswap.simulator.DeviceView;
import dev.bankswap.simulator.demo.DemoStage;
import dev.bankswap.simulator.ui.board.BoardView;
import dev.bankswap.simulator.ui.session.DemoProgress;
import dev.bankswap.simulator.ui.session.SimulatorSession;
import dev.bankswap.testing.NoErrorLogged;
import dev.bankswap.ui.JobFamilies;

/**
 * Opens the perspective in a real workbench, runs the demonstration by its command, and looks at the widgets. Needs the UI
 * harness; without a workbench it is skipped.
 */
@ExtendWith(NoErrorLogged.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunDemoUiTest {

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final Duration DEMO = Duration.ofSeconds(150);

	private static final int HALF = 250_000;

	private static final String PAUSE = "dev.bankswap.simulator.ui.pause";

	private static final String RESUME = "dev.bankswap.simulator.ui.resume";

	private static final String STOP = "dev.bankswap.simulator.ui.stopDemo";

	private IWorkbenchWindow window;

	private SimulatorSession session;

	private UiDriver ui;

	@BeforeEach
	void openPerspective() throws WorkbenchException {
		assumeTrue(Platform.isRunning() && PlatformUI.isWorkbenchRunning(), "needs a workbench");
		IWorkbench workbench = PlatformUI.getWorkbench();
		window = workbench.getWorkbenchWindows()[0];
		window.getShell().setBounds(0, 0, 1400, 900);
		workbench.showPerspective(SimulatorUi.PERSPECTIVE, window);
		session = workbench.getService(SimulatorSession.class);
		ui = new UiDriver(window.getShell());
	}

	@AfterEach
	void stopEverything() {
		if (session != null) {
			Job.getJobManager().cancel(JobFamilies.DEMO);
			ui.waitUntil("the demo has ended", DEMO, () -> Job.getJobManager().find(JobFamilies.DEMO).length == 0);
			session.close();
		}
	}

	@Test
	@Order(1) // its first screenshot shows a fresh workspace
	void theDemoIsAliveAndEndsWithTheNewVersion() throws CommandException {
		ui.waitUntil("a link leads to the demo", SOON, () -> ui.shows("empty.run"));
		ui.screenshot("simulator-empty");
		assertFalse(enabled(PAUSE));
		TreeSet<Integer> fill = new TreeSet<>();

		execute(SimulatorUi.RUN_DEMO);
		ui.waitUntil("a board is shown", DEMO, () -> session.device().isPresent() && painted().isPresent());
		ui.find("board.canvas", Canvas.class).addPaintListener(event -> noteFill(fill));
		ui.resetLongest();
		ui.waitUntil("half of the image is in bank 2", DEMO,
				() -> ended() || painted().map(DeviceView::bank2).filter(bank -> bank.role() == BankRole.RECEIVING)
						.map(bank -> bank.programmedBytes() > HALF).orElse(false));
		ui.screenshot("simulator-receiving");
		ui.waitUntil("the demo has ended", DEMO, this::ended);
		System.out.println("longest time the UI thread was busy during the demo: " + ui.longest().toMillis() + " ms");

		assertEquals(DemoProgress.Phase.SUCCEEDED, session.demo().phase(), () -> session.demo().failure().toString());
		ui.waitUntil("the end is shown", SOON, () -> painted().map(view -> view.bank2().role() == BankRole.RUNNING).orElse(false)
				&& ui.find("demo.summary", Label.class).getText().contains("SUCCEEDED"));
		ui.screenshot("simulator-succeeded");
		assertTrue(fill.size() >= 3, "bank 2 was seen filling up: " + fill);
		assertTrue(ui.longest().toMillis() < 1000, "the window froze for " + ui.longest().toMillis() + " ms");
		boardShowsTheNewVersion();
		stagesAreDone();
		String console = ui.find("console.output", StyledText.class).getText();
		assertTrue(console.contains("In self test mode."), console);
		assertFalse(console.contains("\u001b"), "controls are applied, not shown");
		assertTrue(ui.find("demo.evidence", Text.class).getText().contains("SUCCEEDED"));
		nothingIsCutOffAt(1024, 768);
		assertEquals(0, evidenceWidth());
		nothingIsCutOffAt(1280, 800);
		nothingIsCutOffAt(1400, 900);
		ui.waitUntil("evidence has a column where there is room", SOON, () -> evidenceWidth() > 100);
	}

	@Test
	@Order(2)
	void theBoardCanBePausedAndTypedAt() throws CommandException {
		execute(SimulatorUi.RUN_DEMO);
		ui.waitUntil("the demo has ended", DEMO, this::ended);
		ui.waitUntil("the board can be paused", SOON, () -> enabled(PAUSE) && !enabled(RESUME));
		execute(PAUSE);
		ui.waitUntil("the board can be resumed", SOON, () -> enabled(RESUME) && !enabled(PAUSE));
		ui.screenshot("simulator-paused");
		execute(RESUME);
		ui.waitUntil("the board runs again", SOON, () -> enabled(PAUSE));
		Text input = ui.find("console.input", Text.class);
		input.setText("uptime");
		input.notifyListeners(SWT.DefaultSelection, new Event());
		ui.waitUntil("the board echoes what was typed", SOON,
				() -> ui.find("console.output", StyledText.class).getText().contains("> uptime"));
		assertEquals("", input.getText());
	}

	@Test
	@Order(4)
	void theConsoleStaysWhereTheUserScrolledTo() throws CommandException {
		execute(SimulatorUi.RUN_DEMO);
		ui.waitUntil("the demo has ended", DEMO, this::ended);
		StyledText output = ui.find("console.output", StyledText.class);
		ui.waitUntil("the newest line is shown", SOON, () -> output.getTopIndex() > 100);
		output.setTopIndex(10);
		int lines = output.getLineCount();
		ui.waitUntil("the board prints more", SOON, () -> output.getLineCount() > lines + 1);
		assertTrue(output.getTopIndex() <= 11, () -> "scrolled to line " + output.getTopIndex());
		output.setTopIndex(output.getLineCount());
		int end = output.getTopIndex();
		ui.waitUntil("new lines are followed again", SOON, () -> output.getTopIndex() > end + 1);
	}

	@Test
	@Order(3)
	void theDemoCanBeStopped() throws CommandException {
		execute(SimulatorUi.RUN_DEMO);
		ui.waitUntil("the demo can be stopped", DEMO, () -> session.device().isPresent() && enabled(STOP));
		execute(STOP);
		ui.waitUntil("the demo has ended", DEMO, this::ended);
		assertEquals(DemoProgress.Phase.CANCELLED, session.demo().phase());
		assertEquals(Optional.empty(), session.device());
		ui.waitUntil("the demo can be run again", SOON, () -> enabled(SimulatorUi.RUN_DEMO));
	}

	private void nothingIsCutOffAt(int width, int height) {
		window.getShell().setSize(width, height);
		Canvas canvas = ui.find("board.canvas", Canvas.class);
		ui.waitUntil("the whole board is visible in " + width + " x " + height, SOON,
				() -> window.getShell().getSize().x == width
						&& canvas.getSize().x <= canvas.getParent().getClientArea().width
						&& canvas.getSize().y <= canvas.getParent().getClientArea().height);
		ui.screenshot("simulator-" + width);
	}

	private int evidenceWidth() {
		return ui.find("demo.stages", Table.class).getColumn(3).getWidth();
	}

	private void boardShowsTheNewVersion() {
		BankView bank2 = painted().orElseThrow().bank2();
		assertTrue(bank2.active());
		assertEquals(Optional.of(new FirmwareVersion(1, 1, 0)), bank2.version());
		assertEquals(BankRole.RUNNING, bank2.role());
		assertTrue(painted().orElseThrow().swapBank());
	}

	private void stagesAreDone() {
		TableItem[] stages = ui.find("demo.stages", Table.class).getItems();
		assertEquals(DemoStage.values().length, stages.length);
		for (TableItem stage : stages) {
			assertTrue(stage.getText(1).endsWith(" s"), stage.getText() + ": " + stage.getText(1));
			assertFalse(stage.getText(3).isBlank(), stage.getText() + " has no evidence");
			assertNotNull(stage.getImage());
		}
		assertTrue(ui.find("demo.summary", Label.class).getText().contains("1.1.0"));
	}

	private void noteFill(TreeSet<Integer> fill) {
		session.device().map(device -> painted().orElse(device.view()).bank2())
				.filter(bank -> bank.role() == BankRole.RECEIVING).ifPresent(bank -> fill.add(bank.programmedBytes()));
	}

	private Optional<DeviceView> painted() {
		IViewPart view = window.getActivePage().findView(SimulatorUi.BOARD_VIEW);
		return view instanceof BoardView board ? board.painted() : Optional.empty();
	}

	private boolean ended() {
		return Job.getJobManager().find(JobFamilies.DEMO).length == 0;
	}

	private boolean enabled(String command) {
		return window.getService(ICommandService.class).getCommand(command).isEnabled();
	}

	private void execute(String command) throws CommandException {
		window.getService(IHandlerService.class).executeCommand(command, null);
	}
}
