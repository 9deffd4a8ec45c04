/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.device.SerialException;
import dev.bankswap.device.SerialProblem;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class WaiterTest {
	@Test
	void endsAWaitAtACancelAndAtAnInterrupt() throws OperationFailure {
		NullProgressMonitor monitor = new NullProgressMonitor();
		Waiter.realTime().pause(Duration.ofMillis(1), monitor);
		Thread.currentThread().interrupt();
		assertEquals(FailureKind.CANCELLED,
				assertThrows(OperationFailure.class, () -> Waiter.realTime().pause(Duration.ofHours(1), monitor)).kind());
		assertTrue(Thread.interrupted());
		monitor.setCanceled(true);
		assertEquals(FailureKind.CANCELLED,
				assertThrows(OperationFailure.class, () -> Waiter.realTime().pause(Duration.ofHours(1), monitor)).kind());
	}

	@Test
	void turnsAnyExceptionIntoAStatus() {
		assertEquals(FailureKind.PORT_BUSY, OperationFailure.of(new SerialException(SerialProblem.PORT_BUSY, "busy")).kind());
		assertEquals(IStatus.CANCEL, OperationFailure.of(new OperationCanceledException()).getStatus().getSeverity());
		assertEquals(FailureKind.BAD_INPUT, OperationFailure.of(new IOException("no file")).kind());
		assertEquals("IllegalStateException", OperationFailure.of(new IllegalStateException()).getStatus().getMessage());
		OperationFailure same = new OperationFailure(FailureKind.TIMEOUT, "late");
		assertEquals(same, OperationFailure.of(same));
	}

	@Test
	void asksLessAndLessOften() {
		Poll poll = new Poll(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofSeconds(1));
		assertEquals(Duration.ofMillis(150), poll.next(poll.first()));
		assertEquals(Duration.ofMillis(200), poll.next(Duration.ofMillis(150)));
	}
}
