/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Boards and images as the tests of this package need them. */
final class TestBoards {

	static final long MS = 1_000_000;
	static final long SECOND = 1000 * MS;

	private TestBoards() {
		// only functions
	}

	/** A board that takes typical times, with a valid program in bank 1, without power. */
	static Board typical() {
		return programmed(new BoardConfig(7, TimingProfile.typical()));
	}

	/** A board on which nothing takes time, with a valid program in bank 1, without power. */
	static Board ideal() {
		return programmed(new BoardConfig(7, TimingProfile.ideal()));
	}

	static byte[] image(int size) {
		return image(size, 0x200A0000, 0x08000401);
	}

	static byte[] image(int size, int stackPointer, int resetVector) {
		byte[] image = new byte[size];
		for (int i = 0; i < size; i++) {
			image[i] = (byte) (i * 31 + (i >> 8));
		}
		ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).putInt(stackPointer).putInt(resetVector);
		return image;
	}

	static List<BoardEvent> record(Board board) {
		List<BoardEvent> events = new ArrayList<>();
		board.addListener(events::add);
		return events;
	}

	static <T extends BoardEvent> List<T> only(List<BoardEvent> events, Class<T> type) {
		return events.stream().filter(type::isInstance).map(type::cast).collect(Collectors.toList());
	}

	static Board boot(Board board) {
		board.powerOn();
		board.scheduler().runUntil(board.scheduler().now() + board.config().timing().reset());
		return board;
	}

	private static Board programmed(BoardConfig config) {
		Board board = new Board(config);
		board.flash().loadImage(1, image(4096));
		return board;
	}
}
