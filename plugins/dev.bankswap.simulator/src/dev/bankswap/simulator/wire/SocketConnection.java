/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.wire;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import dev.bankswap.board.Scheduler;
import dev.bankswap.firmware.net.MqttWire;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

/**
 * One TLS connection of a simulated board. The state is touched on the simulation thread only; what Netty's thread has to say
 * arrives there through the scheduler.
 */
final class SocketConnection implements MqttWire.Connection {

	private final Scheduler scheduler;
	private final MqttWire.Listener listener;
	private final ReplyTracker replies = new ReplyTracker();
	private volatile @Nullable Channel channel;
	private boolean opening = true;
	private volatile boolean over;

	SocketConnection(Scheduler scheduler, MqttWire.Listener listener) {
		this.scheduler = scheduler;
		this.listener = listener;
	}

	ChannelHandler handler() {
		return new Inbound();
	}

	@Override
	public void send(byte[] data) {
		Channel open = channel;
		if (open != null && !over) {
			replies.deviceSent(data);
			open.writeAndFlush(Unpooled.wrappedBuffer(data));
		}
	}

	@Override
	public void close() {
		over = true;
		Channel open = channel;
		if (open != null) {
			open.close();
		}
	}

	/** The board lost power or was reset: the socket stays open and nobody listens any more. */
	void abandon() {
		over = true;
	}

	boolean dead() {
		Channel open = channel;
		return over && (open == null || !open.isOpen());
	}

	boolean holding() {
		return !over && (opening || replies.waiting());
	}

	/**
	 * The connection could not be made.
	 *
	 * @param cause why
	 */
	void failed(@Nullable Throwable cause) {
		end(reason(cause));
	}

	private void end(String reason) {
		scheduler.post(() -> {
			opening = false;
			if (!over) {
				over = true;
				listener.closed(reason);
			}
		});
	}

	private static String reason(@Nullable Throwable cause) {
		if (cause == null) {
			return "closed by the other side"; //$NON-NLS-1$
		}
		String message = cause.getMessage();
		return message == null ? cause.getClass().getSimpleName() : message;
	}

	/** Netty's side. Its interfaces say nothing of null. */
	@NonNullByDefault({})
	private final class Inbound extends SimpleChannelInboundHandler<ByteBuf> {

		private @Nullable Throwable cause;

		@Override
		public void channelActive(ChannelHandlerContext context) throws Exception {
			channel = context.channel();
			if (over) {
				// closed or abandoned while the connection was being made
				context.close();
				return;
			}
			super.channelActive(context);
		}

		@Override
		public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
			if (event instanceof SslHandshakeCompletionEvent handshake) {
				if (handshake.isSuccess()) {
					scheduler.post(this::opened);
				} else {
					cause = handshake.cause();
				}
			}
			super.userEventTriggered(context, event);
		}

		private void opened() {
			opening = false;
			if (!over) {
				listener.opened();
			}
		}

		@Override
		protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
			byte[] data = new byte[message.readableBytes()];
			message.readBytes(data);
			scheduler.post(() -> arrived(data));
		}

		private void arrived(byte[] data) {
			replies.cloudSent(data);
			if (!over) {
				listener.received(data);
			}
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext context, Throwable thrown) {
			cause = thrown;
			context.close();
		}

		@Override
		public void channelInactive(ChannelHandlerContext context) {
			end(reason(cause));
		}
	}
}
