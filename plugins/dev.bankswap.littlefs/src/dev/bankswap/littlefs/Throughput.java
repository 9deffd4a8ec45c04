/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.function.LongSupplier;

/**
 * Measures how fast a volume in memory is, next to plain copies of the same bytes in the same run: the machine cancels out of the
 * ratios.
 */
public final class Throughput {

	/** Bytes of the firmware image that is written and read. */
	public static final int IMAGE_SIZE = 492_536;

	/** Bytes of the small file that is updated. */
	public static final int SMALL_SIZE = 40;

	private static final int ROUNDS = 8;
	private static final int IMAGES = 20;
	private static final int UPDATES = 4000;
	private static final double NANOSECONDS = 1e9;
	private static final double MEGABYTE = 1e6;

	private final LongSupplier nanoTime;
	private final byte[] image = new byte[IMAGE_SIZE];
	private final byte[] small = new byte[SMALL_SIZE];
	private final int rounds;
	private int checksum;

	/** Something that is repeated. */
	@FunctionalInterface
	private interface Work {
		void run() throws LfsException;
	}

	/**
	 * The best of several rounds, after the first ones have warmed up.
	 *
	 * @param writeSeconds time to write an image of {@link Throughput#IMAGE_SIZE} bytes
	 * @param readSeconds time to read it
	 * @param copySeconds time to copy it from one array to another
	 * @param updateSeconds time to open, truncate, write and close a file of {@link Throughput#SMALL_SIZE} bytes
	 */
	public record Result(double writeSeconds, double readSeconds, double copySeconds, double updateSeconds) {

		/**
		 * Tells the speed of writing.
		 *
		 * @return megabytes per second
		 */
		public double writeSpeed() {
			return IMAGE_SIZE / writeSeconds / MEGABYTE;
		}

		/**
		 * Tells the speed of reading.
		 *
		 * @return megabytes per second
		 */
		public double readSpeed() {
			return IMAGE_SIZE / readSeconds / MEGABYTE;
		}

		/**
		 * Tells the speed of plain copies.
		 *
		 * @return megabytes per second
		 */
		public double copySpeed() {
			return IMAGE_SIZE / copySeconds / MEGABYTE;
		}

		/**
		 * Tells the speed of updates of small files.
		 *
		 * @return updates per second
		 */
		public double updatesPerSecond() {
			return 1 / updateSeconds;
		}

		/**
		 * Tells how many copies of the image can be made while it is written once.
		 *
		 * @return the ratio
		 */
		public double writeRatio() {
			return writeSeconds / copySeconds;
		}

		/**
		 * Tells how many copies of the image can be made while it is read once.
		 *
		 * @return the ratio
		 */
		public double readRatio() {
			return readSeconds / copySeconds;
		}

		/**
		 * Tells how many images can be copied while a small file is updated once.
		 *
		 * @return the ratio
		 */
		public double updateRatio() {
			return updateSeconds / copySeconds;
		}
	}

	/**
	 * Prepares a measurement.
	 *
	 * @param nanoTime a clock in nanoseconds
	 */
	public Throughput(LongSupplier nanoTime) {
		this(nanoTime, ROUNDS);
	}

	Throughput(LongSupplier nanoTime, int rounds) {
		this.nanoTime = nanoTime;
		this.rounds = rounds;
		for (int i = 0; i < image.length; i++) {
			image[i] = (byte) (i * 31 + (i >> 8));
		}
	}

	/**
	 * Measures with the configuration of the firmware; takes about a second.
	 *
	 * @return the times
	 * @throws LfsException if the volume in memory fails, which would be an error of this program
	 */
	public Result measure() throws LfsException {
		RamBlockDevice device = new RamBlockDevice(Geometry.FIRMWARE);
		LittleFs.format(device, Geometry.FIRMWARE);
		try (LittleFs volume = LittleFs.mount(device, Geometry.FIRMWARE)) {
			volume.mkdir("/cfg");
			double write = best(IMAGES, () -> volume.writeFile("/image", image));
			double read = best(IMAGES, () -> consume(volume.readFile("/image")));
			double copy = best(IMAGES, () -> consume(image.clone()));
			double update = best(UPDATES, () -> update(volume));
			return new Result(write, read, copy, update);
		}
	}

	private void update(LittleFs volume) throws LfsException {
		small[0]++;
		try (LfsFile file = volume.open("/cfg/key", OpenMode.WRONLY, OpenMode.CREAT, OpenMode.TRUNC)) {
			file.write(small, 0, small.length);
		}
	}

	/** Keeps a compiler from leaving out what nobody reads. */
	private void consume(byte[] content) {
		checksum += content[checksum & 0xFF] & 1;
	}

	private double best(int times, Work work) throws LfsException {
		long best = Long.MAX_VALUE;
		for (int round = 0; round < rounds; round++) {
			long start = nanoTime.getAsLong();
			for (int i = 0; i < times; i++) {
				work.run();
			}
			best = Math.min(best, nanoTime.getAsLong() - start);
		}
		return best / NANOSECONDS / times;
	}
}
