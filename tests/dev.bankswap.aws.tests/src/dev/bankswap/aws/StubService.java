/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers HTTP requests with what a test has prepared: just enough to see what the SDK sends and how refusals arrive. */
final class StubService implements AutoCloseable {
	/** What was asked, as method and path. */
	final List<String> requests = Collections.synchronizedList(new ArrayList<>());
	private final Map<String, String> replies = new ConcurrentHashMap<>();
	private final ServerSocket server;
	private final Thread thread;

	StubService() throws IOException {
		server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		thread = new Thread(this::serve, "stub service");
		thread.setDaemon(true);
		thread.start();
	}

	URI uri() {
		return URI.create("http://127.0.0.1:" + server.getLocalPort());
	}

	/** Prepares the answer to a request; an error type makes the service's kind of refusal of it. */
	void reply(String request, int status, String errorType, String body) {
		String header = errorType.isEmpty() ? "" : "x-amzn-ErrorType: " + errorType + "\r\n";
		replies.put(request, "HTTP/1.1 " + status + " Answer\r\nConnection: close\r\nContent-Type: application/json\r\n" + header + "Content-Length: "
				+ body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
	}

	private void serve() {
		while (!server.isClosed()) {
			try (Socket socket = server.accept()) {
				answer(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
			} catch (IOException e) {
				requests.add("closed " + e.getMessage());
			}
		}
	}

	private void answer(InputStream in, OutputStream out) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int b = in.read();
			if (b < 0) {
				return;
			}
			head.append((char) b);
		}
		String request = head.substring(0, head.indexOf(" HTTP/"));
		requests.add(request);
		for (String line : head.toString().split("\r\n")) {
			if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
				in.readNBytes(Integer.parseInt(line.substring(15).strip()));
			}
		}
		String missing = "HTTP/1.1 404 Answer\r\nConnection: close\r\nx-amzn-ErrorType: ResourceNotFoundException\r\nContent-Length: 2\r\n\r\n{}";
		out.write(replies.getOrDefault(request, missing).getBytes(StandardCharsets.UTF_8));
		out.flush();
	}

	@Override
	public void close() throws IOException, InterruptedException {
		server.close();
		thread.join(5000);
	}
}
