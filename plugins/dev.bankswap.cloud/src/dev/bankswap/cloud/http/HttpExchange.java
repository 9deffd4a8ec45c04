/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.eclipse.jdt.annotation.NonNullByDefault;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;

/** Translates between Netty's messages and ours. One for each connection. */
final class HttpExchange extends SimpleChannelInboundHandler<FullHttpRequest> {

	private static final int MAX_PARAMETERS = 256;

	private static final ChannelFutureListener READ_ON = written -> written.channel().config().setAutoRead(true);

	private final Api api;

	private final RequestDeadline deadline;

	private final Executor workers;

	HttpExchange(Api api, RequestDeadline deadline, Executor workers) {
		this.api = api;
		this.deadline = deadline;
		this.workers = workers;
	}

	@Override
	@NonNullByDefault({})
	protected void channelRead0(ChannelHandlerContext context, FullHttpRequest message) {
		deadline.requestComplete();
		if (message.decoderResult().isFailure()) {
			refuse(context);
			return;
		}
		Request request;
		try {
			request = request(message);
		} catch (IllegalArgumentException e) {
			refuse(context);
			return;
		}
		answer(context, request, HttpUtil.isKeepAlive(message));
	}

	/**
	 * Hands the request to a worker. Nothing more is read before the reply is written: replies keep the order of their
	 * requests, and a peer that only sends cannot fill the memory.
	 */
	private void answer(ChannelHandlerContext context, Request request, boolean keepAlive) {
		context.channel().config().setAutoRead(false);
		try {
			workers.execute(() -> {
				FullHttpResponse reply = reply(api.handle(request));
				HttpUtil.setKeepAlive(reply, keepAlive);
				context.writeAndFlush(reply).addListener(keepAlive ? READ_ON : ChannelFutureListener.CLOSE);
			});
		} catch (RejectedExecutionException e) {
			// the control plane is being closed
			context.close();
		}
	}

	@Override
	@NonNullByDefault({})
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		// The peer broke the connection or the protocol: it learns it by the closed connection, and nobody else needs to.
		context.close();
	}

	private static Request request(FullHttpRequest message) {
		QueryStringDecoder uri = new QueryStringDecoder(message.uri(), StandardCharsets.UTF_8, true,
				MAX_PARAMETERS);
		Map<String, String> query = new LinkedHashMap<>();
		for (Map.Entry<String, List<String>> parameter : uri.parameters().entrySet()) {
			query.put(parameter.getKey(), parameter.getValue().get(0));
		}
		Map<String, String> headers = new LinkedHashMap<>();
		message.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
		return new Request(message.method().name(), uri.rawPath(), query, headers, ByteBufUtil.getBytes(message.content()));
	}

	private static FullHttpResponse reply(Response response) {
		FullHttpResponse reply = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
				HttpResponseStatus.valueOf(response.status()), Unpooled.wrappedBuffer(response.body()));
		response.headers().forEach(reply.headers()::set);
		reply.headers().set("x-amzn-RequestId", UUID.randomUUID().toString());
		if (response.status() != HttpResponseStatus.NO_CONTENT.code()) {
			reply.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.body().length);
		}
		return reply;
	}

	private static void refuse(ChannelHandlerContext context) {
		FullHttpResponse reply = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST);
		reply.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
		HttpUtil.setKeepAlive(reply, false);
		context.writeAndFlush(reply).addListener(ChannelFutureListener.CLOSE);
	}
}
