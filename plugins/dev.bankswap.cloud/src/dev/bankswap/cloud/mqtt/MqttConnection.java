/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import dev.bankswap.cloud.device.Requester;
import dev.bankswap.cloud.service.Topics;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;

/**
 * The connection of one accepted client. Used by the broker's thread only.
 */
final class MqttConnection implements Requester {

	private static final byte DISCONNECT_WITH_WILL = 4;

	private final Broker broker;

	private final ChannelHandlerContext context;

	private final ConnectRequest request;

	private final Session session;

	private final Authorizer authorizer;

	private final String certificateId;

	private final Outbox outbox;

	private final Backpressure backpressure;

	private final String sessionIdentifier = Presence.newSessionIdentifier();

	private boolean willWanted = true;

	private boolean ended;

	private int holds;

	MqttConnection(Broker broker, ChannelHandlerContext context, ConnectRequest request, Session session, Authorizer authorizer,
			String certificateId) {
		this.broker = broker;
		this.context = context;
		this.request = request;
		this.session = session;
		this.authorizer = authorizer;
		this.certificateId = certificateId;
		this.outbox = new Outbox(context);
		this.backpressure = new Backpressure(context.executor(), outbox);
	}

	String clientId() {
		return request.clientId();
	}

	String certificateId() {
		return certificateId;
	}

	String sessionIdentifier() {
		return sessionIdentifier;
	}

	String address() {
		return context.channel().remoteAddress() instanceof InetSocketAddress peer ? peer.getAddress().getHostAddress() : "";
	}

	Session session() {
		return session;
	}

	Authorizer authorizer() {
		return authorizer;
	}

	boolean version5() {
		return request.version5();
	}

	Optional<Message> will() {
		return willWanted ? request.will() : Optional.empty();
	}

	boolean retainWill() {
		return request.retainWill();
	}

	/**
	 * Begins: tells the client that it is accepted, then delivers what its session has stored, at a measured pace.
	 *
	 * @param resumed whether the session existed
	 */
	void accept(boolean resumed) {
		send(Packets.connAck(request, resumed));
		replay();
	}

	private void replay() {
		if (ended) {
			return;
		}
		session.nextStored().ifPresent(message -> {
			deliver(message);
			context.executor().schedule(this::replay, broker.options().replayInterval().toMillis(), TimeUnit.MILLISECONDS);
		});
	}

	void received(MqttMessage message) {
		if (ended) {
			return;
		}
		switch (message.fixedHeader().messageType()) {
			case PUBLISH:
				published((MqttPublishMessage) message);
				break;
			case PUBACK:
				outbox.acknowledged(((MqttMessageIdVariableHeader) message.variableHeader()).messageId());
				break;
			case SUBSCRIBE:
				new SubscribeExchange(broker, this).subscribe((MqttSubscribeMessage) message);
				break;
			case UNSUBSCRIBE:
				new SubscribeExchange(broker, this).unsubscribe((MqttUnsubscribeMessage) message);
				break;
			case PINGREQ:
				send(Packets.pingResponse());
				break;
			case DISCONNECT:
				willWanted = version5() && message.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader header
						&& header.reasonCode() == DISCONNECT_WITH_WILL;
				end(DisconnectReason.CLIENT_INITIATED_DISCONNECT);
				break;
			default:
				end(DisconnectReason.CLIENT_ERROR);
				break;
		}
	}

	private void published(MqttPublishMessage packet) {
		int qos = packet.fixedHeader().qosLevel().value();
		if (qos > 1) {
			// AWS does not know QoS 2 and leaves such a message without any answer
			return;
		}
		String topic = packet.variableHeader().topicName();
		boolean retain = packet.fixedHeader().isRetain();
		if (!Topics.validTopic(topic) || packet.payload().readableBytes() > Packets.MAX_PAYLOAD || retain && Topics.reserved(topic)) {
			end(DisconnectReason.CLIENT_ERROR);
		} else if (!authorizer.mayPublish(topic) || retain && !authorizer.mayRetain(topic)) {
			end(DisconnectReason.AUTH_ERROR);
		} else {
			if (qos > 0) {
				send(Packets.pubAck(packet.variableHeader().packetId()));
			}
			broker.published(this, new Message(topic, ByteBufUtil.getBytes(packet.payload()), qos, false), retain);
		}
	}

	/**
	 * Delivers a message if the client may receive it.
	 *
	 * @param message the message
	 */
	void deliver(Message message) {
		if (authorizer.mayReceive(message.topic())) {
			outbox.send(message);
		}
	}

	@Override
	public void reply(String topic, byte[] payload) {
		deliver(new Message(topic, payload, Math.min(1, broker.subscribedQos(session, topic)), false));
	}

	void send(MqttMessage packet) {
		context.writeAndFlush(packet, context.voidPromise());
	}

	List<Message> undelivered() {
		return outbox.undelivered();
	}

	void writabilityChanged() {
		outbox.drain();
		backpressure.drained();
	}

	/**
	 * Makes a publisher wait if this client cannot take more for now.
	 *
	 * @param publisher who publishes faster than this client reads
	 */
	void slowDown(MqttConnection publisher) {
		if (publisher != this) {
			backpressure.hold(publisher);
		}
	}

	void hold() {
		holds++;
		context.channel().config().setAutoRead(false);
	}

	void release() {
		holds--;
		context.channel().config().setAutoRead(holds == 0);
	}

	/**
	 * Ends the connection, once.
	 *
	 * @param reason why
	 */
	void end(DisconnectReason reason) {
		if (ended) {
			return;
		}
		ended = true;
		backpressure.stop();
		broker.disconnected(this, reason);
		if (version5() && reason.reasonCode() != 0) {
			send(Packets.disconnect(reason));
		}
		context.close();
	}
}
