/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The random number generator. Its numbers follow from the seed alone, so that a run can be repeated: SHA-256 over the seed
 * and a counter. What is derived from them is therefore no secret, and never meant for a real device.
 */
public final class Rng {

	private final MessageDigest digest;
	private final SecureRandom view = new View(new Source(this));
	private final ByteBuffer input = ByteBuffer.allocate(2 * Long.BYTES);
	private byte[] block = new byte[0];
	private long position;
	private long blockNumber = -1;
	private final long seed;

	Rng(long seed) {
		this.seed = seed;
		try {
			digest = MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("This Java has no SHA-256, which every Java must have", e);
		}
	}

	/**
	 * Fills an array.
	 *
	 * @param target receives random bytes
	 */
	public void nextBytes(byte[] target) {
		for (int i = 0; i < target.length; i++) {
			target[i] = nextByte();
		}
	}

	/**
	 * The data register.
	 *
	 * @return 32 random bits
	 */
	public int nextInt() {
		byte[] bytes = new byte[Integer.BYTES];
		nextBytes(bytes);
		return ByteBuffer.wrap(bytes).getInt();
	}

	/**
	 * This generator for libraries.
	 *
	 * @return a view that draws from the same sequence
	 */
	public SecureRandom asSecureRandom() {
		return view;
	}

	long position() {
		return position;
	}

	void seek(long newPosition) {
		position = newPosition;
	}

	private byte nextByte() {
		long number = position / digest.getDigestLength();
		if (number != blockNumber) {
			block = digest.digest(input.clear().putLong(seed).putLong(number).array());
			blockNumber = number;
		}
		return block[(int) (position++ % block.length)];
	}

	private static final class View extends SecureRandom {

		private static final long serialVersionUID = 1L;

		View(SecureRandomSpi source) {
			super(source, null);
		}

		@Override
		public String getAlgorithm() {
			return "STM32 RNG model";
		}
	}

	private static final class Source extends SecureRandomSpi {

		private static final long serialVersionUID = 1L;

		private final transient Rng rng;

		Source(Rng rng) {
			this.rng = rng;
		}

		@Override
		protected void engineSetSeed(byte @Nullable [] entropy) {
			// More entropy would make the run unrepeatable; the hardware takes none either.
		}

		@Override
		protected void engineNextBytes(byte @Nullable [] bytes) {
			rng.nextBytes(Objects.requireNonNull(bytes));
		}

		@Override
		protected byte[] engineGenerateSeed(int numBytes) {
			byte[] bytes = new byte[numBytes];
			rng.nextBytes(bytes);
			return bytes;
		}
	}
}
