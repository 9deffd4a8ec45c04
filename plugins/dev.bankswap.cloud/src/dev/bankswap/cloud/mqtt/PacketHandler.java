/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.cert.CertificateEncodingException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLPeerUnverifiedException;

import org.eclipse.jdt.annotation.NonNullByDefault;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttIdentifierRejectedException;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;

/**
 * The end of a channel's pipeline: waits for CONNECT, then hands every packet to the connection. Whatever goes wrong
 * ends this channel and no other.
 */
@NonNullByDefault({})
final class PacketHandler extends ChannelInboundHandlerAdapter {

	private static final Logger LOG = System.getLogger("dev.bankswap.cloud");

	/** A client that has not sent CONNECT by then is closed. */
	private static final int CONNECT_SECONDS = 15;

	/** Protocol level of MQTT 3.1.1. */
	private static final int OLDEST_VERSION = 4;

	private final Broker broker;

	private Optional<MqttConnection> connection = Optional.empty();

	private Optional<String> certificateId = Optional.empty();

	PacketHandler(Broker broker) {
		this.broker = broker;
	}

	@Override
	public void channelActive(ChannelHandlerContext context) {
		context.executor().schedule(() -> {
			if (connection.isEmpty()) {
				context.close();
			}
		}, CONNECT_SECONDS, TimeUnit.SECONDS);
		context.fireChannelActive();
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext context, Object event) {
		if (event instanceof SslHandshakeCompletionEvent handshake) {
			identify(context, handshake);
		} else if (event instanceof IdleStateEvent) {
			connection.ifPresent(open -> open.end(DisconnectReason.MQTT_KEEP_ALIVE_TIMEOUT));
		}
	}

	private void identify(ChannelHandlerContext context, SslHandshakeCompletionEvent handshake) {
		try {
			if (handshake.isSuccess()) {
				byte[] der = context.pipeline().get(SslHandler.class).engine().getSession().getPeerCertificates()[0].getEncoded();
				certificateId = broker.activeCertificate(der);
			}
		} catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
			LOG.log(Level.DEBUG, "A client without a readable certificate is refused: {0}", e.getMessage());
		}
		if (certificateId.isEmpty()) {
			context.close();
		}
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object packet) {
		try {
			if (packet instanceof MqttMessage message && certificateId.isPresent() && context.channel().isActive()) {
				received(context, message);
			}
		} finally {
			ReferenceCountUtil.release(packet);
		}
	}

	private void received(ChannelHandlerContext context, MqttMessage message) {
		if (message.decoderResult().isFailure()) {
			malformed(context, message.decoderResult().cause());
		} else if (connection.isPresent()) {
			connection.get().received(message);
		} else if (message instanceof MqttConnectMessage connect) {
			connected(context, connect);
		} else {
			context.close();
		}
	}

	private void connected(ChannelHandlerContext context, MqttConnectMessage connect) {
		if (connect.variableHeader().version() < OLDEST_VERSION) {
			refuse(context, MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION);
		} else {
			connection = broker.connect(context, connect, certificateId.get());
		}
	}

	private void malformed(ChannelHandlerContext context, Throwable cause) {
		if (connection.isPresent()) {
			connection.get().end(DisconnectReason.CLIENT_ERROR);
		} else if (cause instanceof MqttUnacceptableProtocolVersionException) {
			refuse(context, MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION);
		} else if (cause instanceof MqttIdentifierRejectedException) {
			refuse(context, MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED);
		} else {
			context.close();
		}
	}

	private static void refuse(ChannelHandlerContext context, MqttConnectReturnCode code) {
		context.writeAndFlush(Packets.refusal(code)).addListener(done -> context.close());
	}

	@Override
	public void channelWritabilityChanged(ChannelHandlerContext context) {
		connection.ifPresent(MqttConnection::writabilityChanged);
		context.fireChannelWritabilityChanged();
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		connection.ifPresent(open -> open.end(DisconnectReason.CONNECTION_LOST));
		context.fireChannelInactive();
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		// what a peer sends is its own fault; the text of the exception may quote it, so only its type is of interest
		LOG.log(Level.DEBUG, "A device connection is closed after {0}", cause.getClass().getName());
		context.close();
	}
}
