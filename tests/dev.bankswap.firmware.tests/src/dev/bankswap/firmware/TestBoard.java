/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import dev.bankswap.board.Board;
import dev.bankswap.board.BoardConfig;
import dev.bankswap.board.TimingProfile;
import dev.bankswap.firmware.net.MqttWire;
import dev.bankswap.firmware.net.TlsRequest;
import dev.bankswap.formats.ImageCatalog;

/** A board with a small image in bank 1 that runs the firmware model; the network is not connected. */
public final class TestBoard {

	private static final long MS = 1_000_000;

	private final Board board;

	private final ConsoleSession console;

	private final List<FirmwareEvent> events = new ArrayList<>();

	private FirmwareContext context;

	private TestBoard(long seed, UnaryOperator<FirmwareOptions> change, Consumer<FirmwareContext> applications) {
		board = new Board(new BoardConfig(seed, TimingProfile.typical()));
		board.flash().loadImage(1, image());
		AwsRiFirmware firmware = new AwsRiFirmware(change.apply(FirmwareOptions.defaults(new ImageCatalog())), new NoNetwork(),
				boot -> {
					context = boot;
					applications.accept(boot);
				});
		firmware.addListener(events::add);
		board.install(firmware);
		console = new ConsoleSession(board);
	}

	/** A board whose firmware has no application tasks: nothing but the console talks. */
	public static TestBoard consoleOnly() {
		return consoleOnly(UnaryOperator.identity());
	}

	public static TestBoard consoleOnly(UnaryOperator<FirmwareOptions> change) {
		return new TestBoard(1, change, boot -> {
			// no application tasks
		});
	}

	public static TestBoard withApplications(Consumer<FirmwareContext> applications) {
		return new TestBoard(1, UnaryOperator.identity(), applications);
	}

	public static TestBoard seeded(long seed) {
		return new TestBoard(seed, UnaryOperator.identity(), boot -> {
			// no application tasks
		});
	}

	/** Switches the power on and waits until the start-up is over. */
	public TestBoard boot() {
		board.powerOn();
		console.run(1000);
		console.read();
		return this;
	}

	public Board board() {
		return board;
	}

	public ConsoleSession console() {
		return console;
	}

	/** The objects of the last boot that came as far as its application tasks. */
	public FirmwareContext context() {
		return context;
	}

	public List<FirmwareEvent> events() {
		return events;
	}

	public long nowMs() {
		return board.scheduler().now() / MS;
	}

	/** The smallest image that the core starts. */
	public static byte[] image() {
		return ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN).putInt(0, 0x200A0000).putInt(4, 0x08000101).array();
	}

	/** A network in which every connection attempt hangs for ever. */
	private static final class NoNetwork implements MqttWire {

		@Override
		public Connection open(TlsRequest request, Listener listener) {
			return new Connection() {

				@Override
				public void send(byte[] data) {
					// goes nowhere
				}

				@Override
				public void close() {
					// was never open
				}
			};
		}
	}
}
