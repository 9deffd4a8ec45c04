/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats.dump;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Bytes at addresses, with gaps. A value: nobody changes the bytes. */
public final class MemoryImage {

	/** What is left out as erased, is left out in rows of so many bytes: the quad-words of the internal flash. */
	public static final int ROW = 16;

	private static final byte ERASED = (byte) 0xFF;

	/**
	 * Bytes without a gap.
	 *
	 * @param address of the first one
	 * @param bytes   not to be changed
	 */
	public record Segment(long address, byte[] bytes) {

		/**
		 * Where it ends.
		 *
		 * @return the address behind the last byte
		 */
		public long end() {
			return address + bytes.length;
		}
	}

	private final List<Segment> segments;

	/**
	 * Puts segments into order.
	 *
	 * @param segments which do not overlap
	 * @throws IllegalArgumentException if they overlap
	 */
	public MemoryImage(List<Segment> segments) {
		this.segments = ordered(segments);
		Optional<Long> overlap = overlap(segments);
		if (overlap.isPresent()) {
			throw new IllegalArgumentException(String.format("Two segments overlap at 0x%08X", overlap.get()));
		}
	}

	/** Tells the first address that is in two of the segments. */
	static Optional<Long> overlap(List<Segment> segments) {
		long end = Long.MIN_VALUE;
		for (Segment segment : ordered(segments)) {
			if (segment.address < end) {
				return Optional.of(segment.address);
			}
			end = segment.end();
		}
		return Optional.empty();
	}

	private static List<Segment> ordered(List<Segment> segments) {
		List<Segment> ordered = new ArrayList<>(segments);
		ordered.removeIf(segment -> segment.bytes.length == 0);
		ordered.sort(Comparator.comparingLong(Segment::address));
		return List.copyOf(ordered);
	}

	/**
	 * Takes contents of which the erased rows are left out.
	 *
	 * @param address of the first byte
	 * @param bytes   the contents
	 * @return what differs from erased flash
	 */
	public static MemoryImage withoutErased(long address, byte[] bytes) {
		List<Segment> found = new ArrayList<>();
		int start = -1;
		for (int row = 0; row < bytes.length; row += ROW) {
			boolean erased = erased(bytes, row, Math.min(bytes.length, row + ROW));
			if (!erased && start < 0) {
				start = row;
			} else if (erased && start >= 0) {
				found.add(new Segment(address + start, Arrays.copyOfRange(bytes, start, row)));
				start = -1;
			}
		}
		if (start >= 0) {
			found.add(new Segment(address + start, Arrays.copyOfRange(bytes, start, bytes.length)));
		}
		return new MemoryImage(found);
	}

	private static boolean erased(byte[] bytes, int from, int to) {
		for (int i = from; i < to; i++) {
			if (bytes[i] != ERASED) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Tells the contents.
	 *
	 * @return segments that are not empty and do not overlap, in the order of their addresses
	 */
	public List<Segment> segments() {
		return segments;
	}

	/**
	 * Tells whether anything is in a range.
	 *
	 * @param address where it starts
	 * @param length  how many bytes
	 * @return true if at least one byte is known
	 */
	public boolean touches(long address, int length) {
		return segments.stream().anyMatch(segment -> segment.address < address + length && segment.end() > address);
	}

	/**
	 * Reads a range as if everything else were erased.
	 *
	 * @param address where it starts
	 * @param length  how many bytes
	 * @return a copy, with 0xFF in the gaps
	 */
	public byte[] read(long address, int length) {
		byte[] bytes = new byte[length];
		Arrays.fill(bytes, ERASED);
		for (Segment segment : segments) {
			long from = Math.max(address, segment.address);
			long to = Math.min(address + length, segment.end());
			if (from < to) {
				System.arraycopy(segment.bytes, (int) (from - segment.address), bytes, (int) (from - address), (int) (to - from));
			}
		}
		return bytes;
	}
}
