/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.http.rest.Json;
import dev.bankswap.cloud.http.xml.XmlElement;
import dev.bankswap.cloud.service.CloudServices;
import dev.bankswap.cloud.service.TestServices;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;

/** A control plane on a free port, and a client for it. */
public final class LocalApi implements AutoCloseable {

	private final TestServices account = new TestServices();

	private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ControlPlane plane;

	public LocalApi() throws IOException {
		plane = new ControlPlane(account.services, new EndpointInfo("localhost", 8883), 0, group);
	}

	public CloudServices services() {
		return account.services;
	}

	public int port() {
		return plane.port();
	}

	/** The value of the authorisation header that sends a request to a service. */
	public static String authorization(String service) {
		return "AWS4-HMAC-SHA256 Credential=AKIASANDBOX/20230823/us-west-2/" + service
				+ "/aws4_request, SignedHeaders=host, Signature=00";
	}

	public HttpResponse<byte[]> send(String service, String method, String path, byte[] body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
				.timeout(Duration.ofSeconds(20)).method(method, BodyPublishers.ofByteArray(body));
		if (!service.isEmpty()) {
			request.header("Authorization", authorization(service));
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return client.send(request.build(), BodyHandlers.ofByteArray());
		} catch (IOException e) {
			throw new IllegalStateException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	public HttpResponse<byte[]> send(String service, String method, String path, String body, String... headers) {
		return send(service, method, path, body.getBytes(StandardCharsets.UTF_8), headers);
	}

	public HttpResponse<byte[]> acm(String operation, String body) {
		return send("acm", "POST", "/", body, "X-Amz-Target", "CertificateManager." + operation);
	}

	/** Waits until everything that was begun in the background is done. */
	public void settle() {
		try {
			account.services.background().submit(() -> null).get();
		} catch (InterruptedException | ExecutionException e) {
			throw new IllegalStateException(e);
		}
	}

	public static ObjectNode json(HttpResponse<byte[]> reply) {
		return Json.parse(reply.body()).orElseThrow(() -> new IllegalStateException(text(reply)));
	}

	public static XmlElement xml(HttpResponse<byte[]> reply) {
		return XmlElement.parse(reply.body()).orElseThrow(() -> new IllegalStateException(text(reply)));
	}

	public static String text(HttpResponse<byte[]> reply) {
		return new String(reply.body(), StandardCharsets.UTF_8);
	}

	public static String error(HttpResponse<byte[]> reply) {
		return reply.statusCode() + " " + reply.headers().firstValue("x-amzn-ErrorType").orElse("none");
	}

	/** A private key as OpenSSL writes it. */
	public static String pem(TestServices.Identity identity) {
		return "-----BEGIN PRIVATE KEY-----\n"
				+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(identity.key().getEncoded())
				+ "\n-----END PRIVATE KEY-----\n";
	}

	@Override
	public void close() {
		plane.close();
		group.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS).awaitUninterruptibly();
		account.close();
	}
}
