/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.wire;

import org.eclipse.jdt.annotation.Nullable;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/** The calls of the C library that make and use a pseudo-terminal (POSIX.1-2017). Each reports its error by an exception. */
interface LibC extends Library {

	/** Open for reading and writing; {@code O_RDWR} is 2 on every POSIX system in use. */
	int O_RDWR = 2;

	/** Do not make the terminal the controlling terminal of this process. */
	int O_NOCTTY = Platform.isMac() ? 0x20000 : 0x100;

	/** Do not wait inside {@code read} and {@code write}. */
	int O_NONBLOCK = Platform.isMac() ? 0x4 : 0x800;

	/** {@code poll}: there is something to read. */
	short POLLIN = 1;

	/** {@code poll}: there is room to write. */
	short POLLOUT = 4;

	/** The call was interrupted by a signal and can be made again. */
	int EINTR = 4;

	/** {@code tcsetattr}: now. */
	int TCSANOW = 0;

	/** More than any system's {@code struct termios}. */
	int TERMIOS_SIZE = 256;

	/**
	 * Loads the library.
	 *
	 * @return the process's C library
	 */
	static LibC load() {
		return Native.load("c", LibC.class); //$NON-NLS-1$
	}

	int posix_openpt(int flags) throws LastErrorException;

	int grantpt(int master) throws LastErrorException;

	int unlockpt(int master) throws LastErrorException;

	@Nullable
	String ptsname(int master) throws LastErrorException;

	int open(String path, int flags) throws LastErrorException;

	int close(int descriptor) throws LastErrorException;

	int read(int descriptor, byte[] buffer, long count) throws LastErrorException;

	int write(int descriptor, byte[] buffer, long count) throws LastErrorException;

	int poll(Pointer descriptors, long count, int timeoutMillis) throws LastErrorException;

	int tcgetattr(int descriptor, Pointer termios) throws LastErrorException;

	int tcsetattr(int descriptor, int when, Pointer termios) throws LastErrorException;

	void cfmakeraw(Pointer termios);
}
