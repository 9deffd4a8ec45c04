/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board.fault;

import java.util.Objects;

/**
 * Something that goes wrong. Faults of memories name the operation that they belong to: the number that it gets when all
 * program and erase operations and writes of option bytes are counted from 0, beginning when the plan is given to the board.
 * Counting goes on over resets and power cuts.
 */
public sealed interface Fault {

	/**
	 * The supply goes away. To the program, the operation does not return.
	 *
	 * @param operation number of the operation
	 * @param moment    before, during or after it
	 */
	record PowerCut(long operation, Moment moment) implements Fault {

		/**
		 * Checks the number.
		 *
		 * @param operation number of the operation
		 * @param moment    before, during or after it
		 */
		public PowerCut {
			requireNumber(operation);
		}
	}

	/**
	 * A cell loses or gains charge. In the internal flash the ECC corrects the first flip in a quad-word, and the second makes
	 * it unreadable; the NOR just returns the wrong bit.
	 *
	 * @param operation number of the operation just before which it happens
	 * @param memory    where
	 * @param address   offset of the byte in the memory
	 * @param bit       0 to 7
	 */
	record BitFlip(long operation, Memory memory, int address, int bit) implements Fault {

		/**
		 * Checks the ranges.
		 *
		 * @param operation number of the operation just before which it happens
		 * @param memory    where
		 * @param address   offset of the byte in the memory
		 * @param bit       0 to 7
		 */
		public BitFlip {
			requireNumber(operation);
			Objects.checkIndex(address, memory.size());
			Objects.checkIndex(bit, Byte.SIZE);
		}
	}

	/**
	 * A sector stops working: it keeps its contents, whatever is programmed or erased, and reports no error.
	 *
	 * @param operation number of the first operation that has no effect
	 * @param memory    where
	 * @param sector    its number in the memory
	 */
	record StuckSector(long operation, Memory memory, int sector) implements Fault {

		/**
		 * Checks the ranges.
		 *
		 * @param operation number of the first operation that has no effect
		 * @param memory    where
		 * @param sector    its number in the memory
		 */
		public StuckSector {
			requireNumber(operation);
			Objects.checkIndex(sector, memory.size() / memory.sectorSize());
		}
	}

	/**
	 * A quad-word of the internal flash becomes unreadable: more bits flipped than the ECC can correct.
	 *
	 * @param operation number of the operation just before which it happens
	 * @param memory    one of the banks
	 * @param address   offset of a byte of the quad-word in the bank
	 */
	record EccDoubleError(long operation, Memory memory, int address) implements Fault {

		/**
		 * Checks the ranges.
		 *
		 * @param operation number of the operation just before which it happens
		 * @param memory    one of the banks
		 * @param address   offset of a byte of the quad-word in the bank
		 */
		public EccDoubleError {
			requireNumber(operation);
			Objects.checkIndex(address, memory.size());
			if (!memory.hasEcc()) {
				throw new IllegalArgumentException("The memory " + memory + " has no ECC; use a bit flip");
			}
		}
	}

	/**
	 * A byte on the console's wire does not arrive.
	 *
	 * @param line  in which direction
	 * @param index which byte, counted from 0 since the plan was given to the board
	 */
	record ByteLost(Line line, long index) implements Fault {

		/**
		 * Checks the number.
		 *
		 * @param line  in which direction
		 * @param index which byte, counted from 0 since the plan was given to the board
		 */
		public ByteLost {
			requireNumber(index);
		}
	}

	private static void requireNumber(long number) {
		if (number < 0) {
			throw new IllegalArgumentException("Operations and bytes are counted from 0, there is no number " + number);
		}
	}
}
