/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.simulator.demo.DemoException;
import dev.bankswap.simulator.demo.DemoListener;
import dev.bankswap.simulator.demo.DemoOptions;
import dev.bankswap.simulator.demo.DemoReport;
import dev.bankswap.simulator.demo.DemoStage;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class SimulatorSessionTest {

	private interface Script {
		DemoReport run(DemoListener listener) throws DemoException;
	}

	private static final DemoOptions OPTIONS = new DemoOptions(Optional.empty(), Optional.empty(), 1);

	private final List<String> events = new ArrayList<>();

	private Script script = listener -> DemoProgressTest.report(true);

	private final SimulatorSession session = new SimulatorSession((options, listener) -> new DemoRun() {
		@Override
		public DemoReport run(IProgressMonitor monitor) throws DemoException {
			events.add("run");
			return script.run(listener);
		}

		@Override
		public void close() {
			events.add("close");
		}
	});

	@Test
	void theProgressOfTheDemoIsFollowed() throws DemoException {
		List<Optional<DemoStage>> seen = new ArrayList<>();
		session.addListener(changed -> seen.add(changed.demo().current()));
		script = listener -> {
			listener.started(DemoStage.CLOUD);
			return DemoProgressTest.report(true);
		};
		assertTrue(run().succeeded());
		assertTrue(seen.contains(Optional.of(DemoStage.CLOUD)));
		assertEquals(DemoProgress.Phase.SUCCEEDED, session.demo().phase());
	}

	@Test
	void theOldBoardIsClosedBeforeTheNextDemo() throws DemoException {
		run();
		run();
		assertEquals(List.of("run", "close", "run"), events);
		session.close();
		session.close();
		assertEquals(List.of("run", "close", "run", "close"), events);
	}

	@Test
	void aFailureKeepsTheBoardAndTellsTheReason() {
		script = listener -> {
			throw new DemoException("The port is busy.");
		};
		assertThrows(DemoException.class, this::run);
		assertEquals(Optional.of("The port is busy."), session.demo().failure());
		assertEquals(List.of("run"), events);
	}

	@Test
	void cancellingClosesTheBoard() {
		script = listener -> {
			throw new OperationCanceledException();
		};
		assertThrows(OperationCanceledException.class, this::run);
		assertEquals(DemoProgress.Phase.CANCELLED, session.demo().phase());
		assertEquals(List.of("run", "close"), events);
	}

	@Test
	void aSecondDemoIsRefusedWhileOneRuns() throws DemoException {
		script = listener -> {
			assertThrows(IllegalStateException.class, this::run);
			return DemoProgressTest.report(true);
		};
		run();
		assertEquals(DemoProgress.Phase.SUCCEEDED, session.demo().phase());
	}

	@Test
	void aNewDemoBeginsWithAnEmptyConsole() throws DemoException {
		session.console().append("old\r\n".getBytes(StandardCharsets.US_ASCII));
		run();
		assertEquals(List.of(""), session.console().since(0).lines());
	}

	@Test
	void aRemovedListenerIsNotTold() throws DemoException {
		SessionListener listener = changed -> events.add("told");
		session.addListener(listener);
		session.removeListener(listener);
		run();
		assertEquals(List.of("run"), events);
	}

	private DemoReport run() throws DemoException {
		return session.runDemo(OPTIONS, new NullProgressMonitor());
	}
}
