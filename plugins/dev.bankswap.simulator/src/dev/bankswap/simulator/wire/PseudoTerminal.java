/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.wire;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;

/**
 * A pseudo-terminal that any terminal program can open as if it were a serial port. Raw, without echo, so that the firmware's
 * line editor is the only one (firmware reference, CLI, section 9.2). Linux and macOS; Windows has none.
 */
public final class PseudoTerminal implements AutoCloseable {

	private static final int BUFFER = 4096;
	private static final int POLL_MS = 200;
	private static final int POLLFD_SIZE = 8;

	private final LibC libc;
	private final int master;
	/** Held open by us, so that the master does not fail with EIO while no terminal program is attached. */
	private final int slave;
	private final Path device;
	private final Path link;
	private final Consumer<byte[]> typed;
	private final ExecutorService reader;
	private final ExecutorService writer;
	private final AtomicBoolean closed = new AtomicBoolean();
	/** Whether the last write found room; touched by the writer only. */
	private boolean listening = true;

	/**
	 * Makes a pseudo-terminal and links it to a path.
	 *
	 * @param link  the path that users open; must not exist, a dangling link of an earlier run excepted
	 * @param typed receives what the attached program writes, on a thread of its own
	 * @throws IOException if the system has no pseudo-terminals, or the path is taken
	 */
	public PseudoTerminal(Path link, Consumer<byte[]> typed) throws IOException {
		this.link = link;
		this.typed = typed;
		try {
			libc = LibC.load();
			master = libc.posix_openpt(LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_NONBLOCK);
		} catch (LastErrorException | UnsatisfiedLinkError e) {
			throw new IOException("This system gives no pseudo-terminal: " + e.getMessage(), e); //$NON-NLS-1$
		}
		int opened = -1;
		boolean ready = false;
		try {
			libc.grantpt(master);
			libc.unlockpt(master);
			device = Path.of(String.valueOf(libc.ptsname(master)));
			opened = libc.open(device.toString(), LibC.O_RDWR | LibC.O_NOCTTY);
			makeRaw(opened);
			link();
			ready = true;
		} catch (LastErrorException e) {
			throw new IOException("This system gives no pseudo-terminal: " + e.getMessage(), e); //$NON-NLS-1$
		} finally {
			if (!ready) {
				closeDescriptors(opened);
			}
		}
		slave = opened;
		reader = Executors.newSingleThreadExecutor(work -> daemon("pty reader", work)); //$NON-NLS-1$
		writer = Executors.newSingleThreadExecutor(work -> daemon("pty writer", work)); //$NON-NLS-1$
		reader.execute(this::readAll);
	}

	private static Thread daemon(String name, Runnable work) {
		Thread made = Executors.defaultThreadFactory().newThread(work);
		made.setName(name);
		made.setDaemon(true);
		return made;
	}

	private void makeRaw(int descriptor) {
		try (Memory termios = new Memory(LibC.TERMIOS_SIZE)) {
			libc.tcgetattr(descriptor, termios);
			libc.cfmakeraw(termios);
			libc.tcsetattr(descriptor, LibC.TCSANOW, termios);
		}
	}

	private void link() throws IOException {
		if (Files.isSymbolicLink(link) && !Files.exists(link)) {
			Files.delete(link);
		}
		if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
			throw new FileAlreadyExistsException(link.toString());
		}
		Files.createSymbolicLink(link, device);
	}

	/**
	 * Returns the path that users open.
	 *
	 * @return the link
	 */
	public Path path() {
		return link;
	}

	/**
	 * Sends bytes to the attached program. Returns at once. Like a serial line, it does not wait for a reader: what does not
	 * fit into the system's buffer within a moment is lost.
	 *
	 * @param data what the device printed
	 */
	public void print(byte[] data) {
		try {
			writer.execute(() -> writeAll(data));
		} catch (RejectedExecutionException e) {
			System.getLogger("dev.bankswap.simulator") //$NON-NLS-1$
					.log(System.Logger.Level.DEBUG, "Printed after the pseudo-terminal was closed", e); //$NON-NLS-1$
		}
	}

	private void writeAll(byte[] data) {
		byte[] rest = data;
		try (Memory descriptor = new Memory(POLLFD_SIZE)) {
			while (rest.length > 0 && !closed.get()) {
				listening = ready(descriptor, LibC.POLLOUT, listening ? POLL_MS : 0);
				if (!listening) {
					return;
				}
				int count = libc.write(master, rest, rest.length);
				rest = Arrays.copyOfRange(rest, Math.max(count, 0), rest.length);
			}
		} catch (LastErrorException e) {
			failed(e);
		}
	}

	private void readAll() {
		byte[] buffer = new byte[BUFFER];
		try (Memory descriptor = new Memory(POLLFD_SIZE)) {
			while (!closed.get()) {
				if (ready(descriptor, LibC.POLLIN, POLL_MS)) {
					int count = libc.read(master, buffer, buffer.length);
					if (count > 0) {
						typed.accept(Arrays.copyOf(buffer, count));
					}
				}
			}
		} catch (LastErrorException e) {
			failed(e);
		}
	}

	private boolean ready(Memory descriptor, short event, int millis) {
		descriptor.setInt(0, master);
		descriptor.setShort(4, event);
		descriptor.setShort(6, (short) 0);
		try {
			return libc.poll(descriptor, 1, millis) > 0 && (descriptor.getShort(6) & event) != 0;
		} catch (LastErrorException e) {
			if (e.getErrorCode() == LibC.EINTR) {
				return false;
			}
			throw e;
		}
	}

	private static void failed(LastErrorException e) {
		System.getLogger("dev.bankswap.simulator") //$NON-NLS-1$
				.log(System.Logger.Level.WARNING, "The pseudo-terminal failed", e); //$NON-NLS-1$
	}

	@Override
	public void close() {
		if (!closed.compareAndSet(false, true)) {
			return;
		}
		try {
			Files.deleteIfExists(link);
		} catch (IOException e) {
			System.getLogger("dev.bankswap.simulator") //$NON-NLS-1$
					.log(System.Logger.Level.WARNING, "The link to the pseudo-terminal is left behind", e); //$NON-NLS-1$
		}
		reader.shutdown();
		writer.shutdown();
		try {
			// before the descriptors are closed and perhaps given to somebody else
			reader.awaitTermination(2, TimeUnit.SECONDS);
			writer.awaitTermination(2, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		closeDescriptors(slave);
	}

	private void closeDescriptors(int ofSlave) {
		if (ofSlave >= 0) {
			libc.close(ofSlave);
		}
		libc.close(master);
	}
}
