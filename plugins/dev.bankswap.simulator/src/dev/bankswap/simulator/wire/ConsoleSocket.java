/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;

/** The console of a simulated board on a loopback TCP port, for programs that have no pseudo-terminal. */
public final class ConsoleSocket implements AutoCloseable {

	private final Channel server;
	private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

	/**
	 * Listens on the loopback interface.
	 *
	 * @param port  TCP port, 0 for any free one
	 * @param group Netty's threads; not closed here
	 * @param typed receives what clients write
	 * @throws IOException if the port is taken
	 */
	public ConsoleSocket(int port, EventLoopGroup group, Consumer<byte[]> typed) throws IOException {
		ServerBootstrap bootstrap = new ServerBootstrap().group(group).channel(NioServerSocketChannel.class)
				.childOption(ChannelOption.TCP_NODELAY, Boolean.TRUE)
				.childHandler(new ChannelInitializer<SocketChannel>() {
					@Override
					protected void initChannel(SocketChannel channel) {
						clients.add(channel);
						channel.pipeline().addLast(new Typed(typed));
					}
				});
		var bound = bootstrap.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)).awaitUninterruptibly();
		if (!bound.isSuccess()) {
			throw new IOException("Cannot listen on port " + port + ": " + bound.cause().getMessage(), bound.cause()); //$NON-NLS-1$ //$NON-NLS-2$
		}
		server = bound.channel();
	}

	/**
	 * Returns the port.
	 *
	 * @return TCP port on the loopback interface
	 */
	public int port() {
		return ((InetSocketAddress) server.localAddress()).getPort();
	}

	/**
	 * Sends bytes to every client that reads. Like a serial line, it does not wait for one that does not.
	 *
	 * @param data what the device printed
	 */
	public void print(byte[] data) {
		clients.writeAndFlush(Unpooled.wrappedBuffer(data), Channel::isWritable);
	}

	@Override
	public void close() {
		server.close().awaitUninterruptibly();
		clients.close().awaitUninterruptibly();
	}

	/** Netty's side. Its interfaces say nothing of null. */
	@NonNullByDefault({})
	private static final class Typed extends SimpleChannelInboundHandler<ByteBuf> {

		private final Consumer<byte[]> typed;

		Typed(Consumer<byte[]> typed) {
			this.typed = typed;
		}

		@Override
		protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
			byte[] data = new byte[message.readableBytes()];
			message.readBytes(data);
			typed.accept(data);
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
			context.close();
		}
	}
}
