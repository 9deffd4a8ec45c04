/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.board.BoardConfig;
import dev.bankswap.device.SerialException;
import dev.bankswap.device.SerialLine;
import dev.bankswap.device.SerialProblem;
import dev.bankswap.formats.FirmwareVersion;
import dev.bankswap.simulator.demo.SampleFirmware;
import dev.bankswap.simulator.loop.Pace;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class SimulatedDeviceTest {

	private static final Pace FAST = new Pace(100);

	private final Screen screen = new Screen();
	private SimulatedDevice device;

	/** What the console printed, with a way to wait for it. */
	private static final class Screen {

		private final ReentrantLock lock = new ReentrantLock();
		private final Condition changed = lock.newCondition();
		private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

		void print(byte[] data) {
			lock.lock();
			try {
				printed.writeBytes(data);
				changed.signalAll();
			} finally {
				lock.unlock();
			}
		}

		String text() {
			lock.lock();
			try {
				return printed.toString(StandardCharsets.ISO_8859_1);
			} finally {
				lock.unlock();
			}
		}

		void await(String wanted, int times) {
			long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
			lock.lock();
			try {
				while (text().split(wanted, -1).length - 1 < times) {
					if (changed.awaitNanos(deadline - System.nanoTime()) <= 0) {
						throw new AssertionError("not " + times + " times '" + wanted + "' in:\n" + text());
					}
				}
			} catch (InterruptedException e) {
				throw new AssertionError(e);
			} finally {
				lock.unlock();
			}
		}
	}

	@BeforeEach
	void make() throws IOException {
		SampleFirmware sample = SampleFirmware.load();
		device = new SimulatedDevice(new SimulatedDeviceOptions("test", BoardConfig.defaults(), FAST,
				Optional.of(sample.base()), sample.catalog()));
		device.addConsoleListener(screen::print);
	}

	@AfterEach
	void close() {
		device.close();
	}

	@Test
	void bootsTheImageInBank1AndShowsIt() {
		device.start();
		screen.await("File System mounted", 1);
		DeviceView view = device.view();
		assertTrue(view.running());
		assertEquals(1, view.activeBank().bank());
		assertEquals(Optional.of(new FirmwareVersion(1, 0, 0)), view.bank1().version());
		assertEquals(BankRole.RUNNING, view.bank1().role());
		assertEquals(BankRole.ERASED, view.bank2().role());
		assertFalse(view.swapBank() || view.swapBankNext() || view.connected());
	}

	@Test
	void whatWasCommittedSurvivesAPowerCycleAndWhatWasNotDoesNot() {
		device.start();
		screen.await("File System mounted", 1);
		device.type("conf set thing_name kept\n".getBytes(StandardCharsets.US_ASCII));
		device.type("conf commit\n".getBytes(StandardCharsets.US_ASCII));
		screen.await("Configuration saved to NVM", 1);
		device.type("conf set mqtt_endpoint lost\n".getBytes(StandardCharsets.US_ASCII));
		screen.await("mqtt_endpoint=\"lost\"", 1);
		device.powerCycle();
		screen.await("File System mounted", 2);
		device.type("conf get\n".getBytes(StandardCharsets.US_ASCII));
		screen.await("thing_name=\"kept\"", 2);
		screen.await("mqtt_endpoint=\"\"", 1);
	}

	@Test
	void theResetButtonResets() {
		device.start();
		screen.await("File System mounted", 1);
		device.pressReset();
		screen.await("Reset Source: 0x4000000 : PINRSTF: pin reset", 1);
	}

	@Test
	void theSerialLineIsHeldByOneOwnerAtATime() throws SerialException {
		SerialLine line = device.openConsole();
		SerialLine.Listener silent = new SerialLine.Listener() {
			@Override
			public void received(byte[] data) {
				screen.print(data);
			}

			@Override
			public void disconnected(SerialException reason) {
				throw new AssertionError(reason);
			}
		};
		assertEquals(SerialProblem.PORT_GONE, assertThrows(SerialException.class, () -> line.write(new byte[1])).problem());
		line.open(silent);
		assertEquals(SerialProblem.PORT_BUSY, assertThrows(SerialException.class, () -> line.open(silent)).problem());
		assertEquals("test", line.name());
		line.close();
		assertFalse(line.isOpen());
	}

	@Test
	void twoDevicesOfOneSeedPrintTheSame() throws IOException {
		device.start();
		screen.await("File System mounted", 1);
		Screen other = new Screen();
		SampleFirmware sample = SampleFirmware.load();
		try (SimulatedDevice twin = new SimulatedDevice(new SimulatedDeviceOptions("twin", BoardConfig.defaults(), FAST,
				Optional.of(sample.base()), sample.catalog()))) {
			twin.addConsoleListener(other::print);
			twin.start();
			other.await("File System mounted", 1);
		}
		int common = Math.min(screen.text().length(), other.text().length());
		assertArrayEquals(screen.text().substring(0, common).getBytes(StandardCharsets.ISO_8859_1),
				other.text().substring(0, common).getBytes(StandardCharsets.ISO_8859_1));
	}
}
