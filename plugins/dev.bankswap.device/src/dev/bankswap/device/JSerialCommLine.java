/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jdt.annotation.Nullable;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortDataListener;
import com.fazecast.jSerialComm.SerialPortEvent;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;

/**
 * A serial port of this machine, or a pseudo-terminal. The only class that knows jSerialComm.
 * <p>
 * The library reads on a thread of its own. After the device was unplugged it calls its listener without end until the port is closed,
 * keeps saying that the port is open, and writes zero bytes; so the port is closed inside the first such event, and a write of nothing
 * is a failure.
 */
public final class JSerialCommLine implements SerialLine {
	/** The firmware's speed. */
	public static final int DEFAULT_BAUD = 115_200;
	private static final int ERRNO_PERMISSION = 13;
	private static final int ERRNO_BUSY = 16;
	private static final int ERRNO_LOCKED = 11;
	private static final int ERRNO_ABSENT = 2;
	private static final int WINDOWS_ACCESS_DENIED = 5;

	private final String portName;
	private final int baud;
	/** The open port, or nothing; whoever takes it out closes it, so it is closed once. */
	private final AtomicReference<@Nullable SerialPort> open = new AtomicReference<>();

	/**
	 * Makes a closed line at the firmware's speed.
	 *
	 * @param portName name or path of the port
	 */
	public JSerialCommLine(String portName) {
		this(portName, DEFAULT_BAUD);
	}

	/**
	 * Makes a closed line.
	 *
	 * @param portName name or path of the port
	 * @param baud bits per second; always 8 data bits, no parity, one stop bit, no flow control
	 */
	public JSerialCommLine(String portName, int baud) {
		this.portName = portName;
		this.baud = baud;
	}

	/** Lists the ports as the library finds them. */
	static List<PortInfo> ports() {
		return Arrays.stream(SerialPort.getCommPorts()).map(port -> new PortInfo(port.getSystemPortPath(), text(port.getPortDescription()),
				port.getVendorID(), port.getProductID(), serialNumber(port.getSerialNumber()))).toList();
	}

	private static String text(@Nullable String value) {
		return value == null ? "" : value;
	}

	private static String serialNumber(@Nullable String value) {
		return value == null || "Unknown".equalsIgnoreCase(value) ? "" : value;
	}

	@Override
	public String name() {
		return portName;
	}

	@Override
	public void open(Listener listener) throws SerialException {
		if (open.get() != null) {
			throw new SerialException(SerialProblem.PORT_BUSY, "The port " + portName + " is already open here. Close the other console first.");
		}
		SerialPort port = find();
		port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
		port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
		port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING, 0, 0);
		if (!port.openPort()) {
			throw cannotOpen(port.getLastErrorCode());
		}
		open.set(port);
		if (!port.addDataListener(new Reader(port, listener))) {
			close();
			throw new SerialException(SerialProblem.UNKNOWN, "The port " + portName + " opened but cannot be read. Unplug the board and plug it in again.");
		}
	}

	private SerialPort find() throws SerialException {
		try {
			return SerialPort.getCommPort(portName);
		} catch (SerialPortInvalidPortException e) {
			throw new SerialException(SerialProblem.PORT_GONE, "There is no port " + portName + ". Plug the board in, or choose another port.", e);
		}
	}

	private SerialException cannotOpen(int code) {
		boolean windows = System.getProperty("os.name", "").startsWith("Windows");
		if (code == ERRNO_BUSY || code == ERRNO_LOCKED || windows && code == WINDOWS_ACCESS_DENIED) {
			return new SerialException(SerialProblem.PORT_BUSY,
					"The port " + portName + " is in use. Close the terminal or the other program that holds it." + PortHolders.describe(portName));
		}
		if (code == ERRNO_PERMISSION) {
			return new SerialException(SerialProblem.UNKNOWN, "You may not open the port " + portName
					+ ". On Linux, join the group that owns it (usually: sudo usermod -aG dialout $USER) and log in again.");
		}
		if (code == ERRNO_ABSENT) {
			return new SerialException(SerialProblem.PORT_GONE, "There is no port " + portName + ". Plug the board in, or choose another port.");
		}
		return new SerialException(SerialProblem.UNKNOWN, "The port " + portName + " cannot be opened (system error " + code
				+ "). Check the cable, and that no other program uses the port." + PortHolders.describe(portName));
	}

	@Override
	public void write(byte[] data) throws SerialException {
		int done = 0;
		while (done < data.length) {
			SerialPort port = open.get();
			int count = port == null ? -1 : port.writeBytes(data, data.length - done, done);
			if (count <= 0) {
				throw gone();
			}
			done += count;
		}
	}

	private SerialException gone() {
		return new SerialException(SerialProblem.PORT_GONE, "The port " + portName + " is not there any more. Check the cable, then connect again.");
	}

	@Override
	public boolean isOpen() {
		return open.get() != null;
	}

	@Override
	public void close() {
		SerialPort port = open.getAndSet(null);
		if (port != null) {
			port.removeDataListener();
			port.closePort();
		}
	}

	/** Hands on what arrives. Called by the library's thread. */
	private final class Reader implements SerialPortDataListener {
		private final SerialPort port;
		private final Listener listener;

		Reader(SerialPort port, Listener listener) {
			this.port = port;
			this.listener = listener;
		}

		@Override
		public int getListeningEvents() {
			return SerialPort.LISTENING_EVENT_DATA_AVAILABLE | SerialPort.LISTENING_EVENT_PORT_DISCONNECTED;
		}

		@Override
		public void serialEvent(@Nullable SerialPortEvent event) {
			if (event == null) {
				return;
			}
			int available = event.getEventType() == SerialPort.LISTENING_EVENT_PORT_DISCONNECTED ? -1 : port.bytesAvailable();
			if (available < 0) {
				disconnected();
			} else if (available > 0) {
				byte[] data = new byte[available];
				int count = port.readBytes(data, available);
				if (count > 0) {
					listener.received(count == available ? data : Arrays.copyOf(data, count));
				}
			}
		}

		private void disconnected() {
			if (open.compareAndSet(port, null)) {
				port.closePort();
				listener.disconnected(gone());
			}
		}
	}
}
