/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;

@ExtendWith(NoErrorLogged.class)
class ControlPlaneTest {

	private LocalApi api;

	@BeforeEach
	void start() throws IOException {
		api = new LocalApi();
	}

	@AfterEach
	void stop() {
		api.close();
	}

	@Test
	void anUnsignedRequestIsRefused() {
		assertEquals("403 MissingAuthenticationTokenException", LocalApi.error(api.send("", "GET", "/endpoint", "")));
	}

	@Test
	void theOldSigningNameOfIotIsAccepted() {
		assertEquals(200, api.send("execute-api", "GET", "/endpoint", "").statusCode());
	}

	@Test
	void aServiceThatIsNotThereIsNamed() {
		var reply = api.send("lambda", "GET", "/functions", "");
		assertEquals("501 UnknownOperationException", LocalApi.error(reply));
		assertTrue(LocalApi.text(reply).contains("lambda"));
	}

	@Test
	void anUnknownOperationIsAnsweredInTheFormOfItsProtocol() {
		assertEquals("501 UnknownOperationException", LocalApi.error(api.send("iot", "GET", "/thing-groups", "")));
		assertEquals("501 UnknownOperationException", LocalApi.error(api.acm("RequestCertificate", "{}")));
		var iam = api.send("iam", "POST", "/", "Action=CreateUser");
		assertEquals(501, iam.statusCode());
		assertEquals("InvalidAction", LocalApi.xml(iam).child("Error").orElseThrow().childText("Code").orElseThrow());
		var s3 = api.send("s3", "GET", "/bucket?lifecycle", "");
		assertEquals(501, s3.statusCode());
		assertEquals("Error", LocalApi.xml(s3).name());
	}

	@Test
	void aWebPageIsRefused() {
		assertEquals("403 AccessDeniedException",
				LocalApi.error(api.send("iot", "GET", "/endpoint", "", "Origin", "https://example.com")));
	}

	@Test
	void anAddressInAWebPageIsRefusedAndOneThatTheUserTypedIsNot() {
		assertEquals("403 AccessDeniedException",
				LocalApi.error(api.send("iot", "GET", "/endpoint", "", "Sec-Fetch-Site", "cross-site")));
		assertEquals(200, api.send("iot", "GET", "/endpoint", "", "Sec-Fetch-Site", "none").statusCode());
	}

	@Test
	void aHostNameThatIsNotOursIsRefused() throws IOException {
		String reply = raw("GET /endpoint HTTP/1.1\r\nHost: evil.example\r\nAuthorization: " + LocalApi.authorization("iot")
				+ "\r\nConnection: close\r\n\r\n");
		assertTrue(reply.startsWith("HTTP/1.1 403"), reply);
	}

	@Test
	void aLargeDocumentIsRefused() {
		assertEquals("413 RequestEntityTooLargeException",
				LocalApi.error(api.send("iot", "POST", "/things/a", new byte[(4 << 20) + 1])));
	}

	@Test
	void aBodyThatIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
		String reply = raw("PUT /b/k HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 99999999999\r\n\r\n");
		assertTrue(reply.startsWith("HTTP/1.1 413"), reply);
	}

	@Test
	void aClientThatWaitsForPermissionGetsIt() throws IOException {
		try (Socket socket = connect()) {
			socket.getOutputStream().write(ascii("POST /things/waiting HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
					+ LocalApi.authorization("iot") + "\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"));
			byte[] interim = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
			assertEquals("HTTP/1.1 100 Continue\r\n\r\n", new String(interim, StandardCharsets.US_ASCII));
			socket.getOutputStream().write(ascii("{}"));
			assertEquals("HTTP/1.1 200", new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
		}
		assertEquals("waiting", api.services().things().get("waiting").name());
	}

	@Test
	void pipelinedRequestsAreAllAnsweredInOrder() throws IOException {
		String request = "GET /things/%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + LocalApi.authorization("iot")
				+ "\r\n%s\r\n";
		String reply = raw(String.format(request, "one", "") + String.format(request, "two", "Connection: close\r\n"));
		assertTrue(reply.indexOf("Thing one") > 0 && reply.indexOf("Thing two") > reply.indexOf("Thing one"), reply);
	}

	@Test
	void brokenHttpClosesTheConnection() throws IOException {
		assertTrue(raw("NOT HTTP AT ALL\r\n\r\n").startsWith("HTTP/1.1 400"));
		assertTrue(raw("GET / HTTP/1.1\r\nX: " + "a".repeat(40_000) + "\r\n\r\n").matches("(?s)HTTP/1.1 4\\d\\d.*"));
		assertTrue(raw("GET /?%zz HTTP/1.1\r\nHost: localhost\r\n\r\n").startsWith("HTTP/1.1 400"));
		assertServes();
	}

	@Test
	void randomBytesDoNoHarm() throws IOException {
		Random random = new Random(20230823);
		byte[] valid = ascii("PUT /things/fuzz/principals HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
				+ LocalApi.authorization("iot") + "\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
		for (int i = 0; i < 150; i++) {
			byte[] bytes = valid.clone();
			for (int j = random.nextInt(8); j >= 0; j--) {
				bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
			}
			try (Socket socket = connect()) {
				socket.getOutputStream().write(bytes, 0, 1 + random.nextInt(bytes.length));
				socket.shutdownOutput();
				socket.getInputStream().readAllBytes();
			} catch (java.net.SocketException e) {
				// a reset is an answer, too
				assertTrue(e.getMessage() != null);
			}
		}
		assertServes();
	}

	@Test
	void everyServiceSurvivesRandomRequests() {
		Random random = new Random(7);
		String[] methods = { "GET", "PUT", "POST", "DELETE", "HEAD" };
		String[] paths = { "/", "/b", "/b/k", "/things/x", "/jobs/j", "/otaUpdates/u", "/signing-jobs", "/certificates/%41",
				"/b?versions&max-keys=9x", "/b?delete", "/b/k?uploadId=u&partNumber=-1", "/signing-profiles/pp",
				"/policies/p%2Fq", "/streams/%FF", "/b?list-type=2&continuation-token=AAAA" };
		for (String service : new String[] { "iot", "s3", "signer", "acm", "iam", "sts", "iot-jobs-data" }) {
			for (int i = 0; i < 60; i++) {
				byte[] body = new byte[random.nextInt(40)];
				random.nextBytes(body);
				if (random.nextBoolean()) {
					body = ascii("{\"files\":[{}],\"targets\":[1],\"roleArn\":{},\"Certificate\":\"!\"}");
				}
				int status = api.send(service, methods[random.nextInt(5)], paths[random.nextInt(paths.length)], body)
						.statusCode();
				assertTrue(status != 500 && status != 503, service + " answered " + status);
			}
		}
	}

	@Test
	void aPortInUseIsReported() {
		var group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
		try {
			IOException e = assertThrows(IOException.class,
					() -> new ControlPlane(api.services(), new EndpointInfo("localhost", 1), api.port(), group));
			assertTrue(String.valueOf(e.getMessage()).contains(String.valueOf(api.port())));
		} finally {
			group.shutdownGracefully(0, 0, java.util.concurrent.TimeUnit.SECONDS);
		}
	}

	private void assertServes() {
		assertEquals(200, api.send("iot", "GET", "/endpoint", "").statusCode());
	}

	private Socket connect() throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port());
		socket.setSoTimeout(20_000);
		return socket;
	}

	private String raw(String request) throws IOException {
		try (Socket socket = connect()) {
			OutputStream out = socket.getOutputStream();
			out.write(ascii(request));
			out.flush();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}
}
