/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;
import dev.bankswap.ui.Errors;

@ExtendWith(NoErrorLogged.class)
class ErrorsTest {

	@Test
	void saysWhatWasDoneAndWhatWentWrong() {
		IStatus status = Errors.toStatus("p", "The port was not opened.", new IOException("It is busy."));
		assertEquals(IStatus.ERROR, status.getSeverity());
		assertEquals("The port was not opened. It is busy.", status.getMessage());
		assertEquals("p", status.getPlugin());
	}

	@Test
	void anExceptionWithoutAMessageIsNamed() {
		assertTrue(Errors.toStatus("p", "Failed.", new IllegalStateException()).getMessage().contains("IllegalState"));
	}

	@Test
	void cancellingIsNoError() {
		assertTrue(Errors.toStatus("p", "x", new OperationCanceledException()).matches(IStatus.CANCEL));
	}

	@Test
	void aStatusIsKept() {
		IStatus warning = new Status(IStatus.WARNING, "q", "w");
		assertSame(warning, Errors.toStatus("p", "x", new CoreException(warning)));
	}
}
