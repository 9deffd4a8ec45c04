/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.net;

import java.util.Optional;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.kernel.Heap;
import dev.bankswap.firmware.kernel.HeapUse;
import dev.bankswap.firmware.kernel.StackUse;
import dev.bankswap.firmware.kernel.SystemEvents;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.kernel.Timer;
import dev.bankswap.firmware.log.Logger;

/** The TLS connection of a task over the wire, with the log lines of {@code mbedtls_transport.c}. One connection at a time. */
public final class TlsTransport {

	static final String SOURCE = "mbedtls_transport.c";

	private static final long CONNECT_TIMEOUT_MS = 30_000;

	/** lwIP asks four times. */
	private static final long DNS_TIMEOUT_MS = 7_000;

	private static final String RESET_BY_PEER = "NET - Connection was reset by peer";

	/**
	 * What the way through TLS in software, the stack and the Wi-Fi module costs, together with a broker that is not next door.
	 * Chosen so that an update takes the 43 s from job to commit of the seed's board. It must not be much shorter, because the
	 * console line cannot carry the log of a faster download, and lines would be lost.
	 */
	private static final long SEND_MS = 40;
	private static final long RECEIVE_MS = 180;

	private static final long NANOS_PER_MS = 1_000_000;
	private static final int MAX_REASON = 160;
	private static final int SOCKET_NUMBER = 1;
	private static final int TCP_AND_TLS_PACKETS = 8;

	/** Two pointers that the log lines show; they differ because two layers print their own. */
	private static final String TLS_CONTEXT = "0x20023c60";
	private static final String TRANSPORT_CONTEXT = "0x20019f48";

	private final FirmwareContext context;
	private final NetworkStack network;
	private final Task task;
	private final Logger log;
	private final BootGuard guard;

	private Session session = new Session();

	/**
	 * Creates a transport without connection.
	 *
	 * @param context    the running firmware
	 * @param network    the network stack
	 * @param task       the task that uses the transport; listeners are called in it
	 */
	public TlsTransport(FirmwareContext context, NetworkStack network, Task task) {
		this.context = context;
		this.network = network;
		this.task = task;
		this.log = context.log();
		this.guard = new BootGuard(context.board());
		network.onAbort(() -> task.run(this::abort));
	}

	/**
	 * Starts to connect.
	 *
	 * @param request  where to and with which credentials
	 * @param listener told the outcome
	 */
	public void connect(TlsRequest request, TransportListener listener) {
		session = new Session(request, listener);
		if (!context.networkControl().namesResolve() && !NameService.isAddress(request.host())) {
			session.failToResolve();
			return;
		}
		log.info(SOURCE, 1144, "Trying address: %s, port: %dh for host: %s.", NameService.address(request.host()), request.port(),
				request.host());
		session.open();
	}

	private void abort() {
		session.abort();
	}

	/**
	 * Sends bytes; without a session they are lost.
	 *
	 * @param data the bytes
	 */
	public void send(byte[] data) {
		session.send(data);
	}

	/** Ends the session; its listener is not told. */
	public void disconnect() {
		if (session.live) {
			session.end();
			session.connection.close();
			log.info(SOURCE, 1568, "Network connection %s: TLS close-notify sent.", TLS_CONTEXT);
		}
	}

	/** Makes text from outside fit for a log line. */
	private static String printable(String reason) {
		String line = reason.replaceAll("\\p{Cntrl}+", " ");
		return line.substring(0, Math.min(MAX_REASON, line.length()));
	}

	/** One attempt to connect and what follows from it. */
	private final class Session implements MqttWire.Listener {

		private final TlsRequest request;
		private final TransportListener listener;

		private MqttWire.Connection connection = new NoConnection();
		private Timer timeout = () -> {
			// not started yet
		};
		private Optional<SocketTable.Connection> socket = Optional.empty();
		private Optional<Heap.Block> memory = Optional.empty();
		private boolean live;
		private boolean established;

		/** The state before the first attempt. */
		Session() {
			this(new TlsRequest("", 0, new byte[0], new byte[0], new byte[0], ""), new NoListener());
		}

		Session(TlsRequest request, TransportListener listener) {
			this.request = request;
			this.listener = listener;
		}

		void open() {
			live = true;
			memory = Optional.of(context.kernel().heap().allocate(HeapUse.TLS_SESSION));
			timeout = task.after(CONNECT_TIMEOUT_MS, () -> failed("SSL - The operation timed out"));
			connection = context.wire().open(request, this);
		}

		void failToResolve() {
			live = true;
			timeout = task.after(DNS_TIMEOUT_MS, () -> {
				end();
				log.error(SOURCE, 1103, "Failed to resolve hostname: %s to IP address.", request.host());
				reportFailure();
			});
		}

		/** Nothing can be sent any more, so the other side does not learn that the connection is over. */
		void abort() {
			if (live && established) {
				end();
				log.error(SOURCE, 1668, "Failed to read data: Error: %s : <No-Low-Level-Code>.", RESET_BY_PEER);
				listener.closed();
			} else if (live) {
				end();
				log.error(SOURCE, 1359, "Failed to perform TLS handshake: Error: %s : <No-Low-Level-Code>.", RESET_BY_PEER);
				reportFailure();
			}
		}

		void send(byte[] data) {
			if (established) {
				network.statistics().sent(data.length);
				inTask(SEND_MS, () -> connection.send(data));
			}
		}

		void end() {
			live = false;
			established = false;
			timeout.cancel();
			memory.ifPresent(Heap.Block::free);
			socket.ifPresent(network.sockets()::close);
			context.kernel().events().clear(SystemEvents.TLS_CONNECTED);
		}

		@Override
		public void opened() {
			inTask(0, () -> {
				socket = Optional.of(network.sockets().connect(NameService.address(request.host()), request.port()));
				log.info(SOURCE, 1189, "Connected socket: %d to host: %s, address: %s, port: %dh.", SOCKET_NUMBER, request.host(),
						NameService.address(request.host()), request.port());
				timeout.cancel();
				timeout = task.after(context.options().network().tlsHandshakeMs(), this::handshakeDone);
			});
		}

		@Override
		public void received(byte[] data) {
			inTask(RECEIVE_MS, () -> {
				network.statistics().received(data.length);
				listener.received(data);
			});
		}

		@Override
		public void closed(String reason) {
			inTask(RECEIVE_MS, () -> {
				if (established) {
					end();
					log.error(SOURCE, 1668, "Failed to read data: Error: %s : <No-Low-Level-Code>.", printable(reason));
					listener.closed();
				} else {
					failed(reason);
				}
			});
		}

		private void handshakeDone() {
			established = true;
			context.kernel().useStack(StackUse.TLS_HANDSHAKE);
			context.kernel().heap().pass(HeapUse.TLS_HANDSHAKE);
			task.charge(context.options().network().tlsHandshakeMs() * NANOS_PER_MS);
			network.statistics().exchange(TCP_AND_TLS_PACKETS, TCP_AND_TLS_PACKETS);
			log.info(SOURCE, 1367, "Network connection %s: TLS handshake successful.", TLS_CONTEXT);
			log.info(SOURCE, 1374, "Network connection %s: Connection to %s:%d established.", TRANSPORT_CONTEXT, request.host(),
					request.port());
			context.kernel().events().set(SystemEvents.TLS_CONNECTED);
			listener.established();
		}

		private void failed(String reason) {
			end();
			connection.close();
			log.error(SOURCE, 1359, "Failed to perform TLS handshake: Error: %s : <No-Low-Level-Code>.", printable(reason));
			reportFailure();
		}

		private void reportFailure() {
			log.info(SOURCE, 1399, "Network connection %s: to %s:%d failed.", TRANSPORT_CONTEXT, request.host(), request.port());
			listener.failed();
		}

		/** The wire may call late: after the end of the connection, or even in a later boot. */
		private void inTask(long delayMs, Runnable action) {
			if (guard.running()) {
				task.after(delayMs, () -> {
					if (live) {
						action.run();
					}
				});
			}
		}
	}

	private static final class NoConnection implements MqttWire.Connection {

		@Override
		public void send(byte[] data) {
			// nobody is there
		}

		@Override
		public void close() {
			// nothing is open
		}
	}

	private static final class NoListener implements TransportListener {

		@Override
		public void established() {
			// never connects
		}

		@Override
		public void failed() {
			// never connects
		}

		@Override
		public void received(byte[] data) {
			// never connects
		}

		@Override
		public void closed() {
			// never connects
		}
	}
}
