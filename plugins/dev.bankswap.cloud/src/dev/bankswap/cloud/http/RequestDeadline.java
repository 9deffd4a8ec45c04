/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http;

import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;

/** Closes a connection whose peer takes too long to finish a request, or to begin the next one. */
final class RequestDeadline extends ChannelInboundHandlerAdapter {

	private final long seconds;

	private @Nullable ScheduledFuture<?> pending;

	private @Nullable ChannelHandlerContext connection;

	RequestDeadline(long seconds) {
		this.seconds = seconds;
	}

	@Override
	@NonNullByDefault({})
	public void channelActive(ChannelHandlerContext context) {
		connection = context;
		restart(context);
		context.fireChannelActive();
	}

	@Override
	@NonNullByDefault({})
	public void channelInactive(ChannelHandlerContext context) {
		cancel();
		context.fireChannelInactive();
	}

	/** The peer has kept the deadline; the next one begins. To be called on the connection's event loop. */
	void requestComplete() {
		ChannelHandlerContext context = connection;
		if (context != null) {
			restart(context);
		}
	}

	private void restart(ChannelHandlerContext context) {
		cancel();
		if (context.channel().isActive()) {
			pending = context.executor().schedule((Runnable) context::close, seconds, TimeUnit.SECONDS);
		}
	}

	private void cancel() {
		ScheduledFuture<?> running = pending;
		if (running != null) {
			running.cancel(false);
		}
	}
}
