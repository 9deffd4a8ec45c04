/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import dev.bankswap.cloud.device.Publisher;
import dev.bankswap.cloud.device.ReservedTopics;
import dev.bankswap.cloud.service.Certificate;
import dev.bankswap.cloud.service.CertificateStatus;
import dev.bankswap.cloud.service.CloudServices;
import dev.bankswap.cloud.service.ServiceListener;
import dev.bankswap.cloud.service.Topics;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.timeout.IdleStateHandler;

/**
 * Sessions and the routing between them. Everything here runs on one event loop, which is also that of all channels:
 * nothing needs a lock, and what one client sends is handled in its order.
 */
final class Broker implements Publisher {

	private final CloudServices services;

	private final BrokerOptions options;

	private final EventLoop loop;

	private final BrokerListener listener;

	private final ReservedTopics reserved;

	private final Presence presence;

	private final Map<String, Session> sessions = new HashMap<>();

	private final SubscriptionTree<Session> subscriptions = new SubscriptionTree<>();

	Broker(CloudServices services, BrokerOptions options, EventLoop loop, BrokerListener listener) {
		this.services = services;
		this.options = options;
		this.loop = loop;
		this.listener = listener;
		this.reserved = new ReservedTopics(services, this);
		this.presence = new Presence(services.clock(), this);
		services.addListener(new ServiceListener() {
			@Override
			public void certificateDisabled(String certificateId) {
				loop.execute(() -> endAll(connection -> connection.certificateId().equals(certificateId), DisconnectReason.FORBIDDEN_ACCESS));
			}
		});
		services.messages().carriedBy(this::carry);
		loop.scheduleAtFixedRate(this::forgetExpired, 1, 1, TimeUnit.MINUTES);
	}

	BrokerOptions options() {
		return options;
	}

	Optional<String> activeCertificate(byte[] der) {
		return services.certificates().byDer(der).filter(each -> each.status() == CertificateStatus.ACTIVE).map(Certificate::id);
	}

	/**
	 * Takes a CONNECT packet.
	 *
	 * @param context the channel
	 * @param packet the packet
	 * @param certificateId who it is
	 * @return the connection, or nothing if it is refused; the channel is then being closed
	 */
	Optional<MqttConnection> connect(ChannelHandlerContext context, MqttConnectMessage packet, String certificateId) {
		ConnectRequest request = ConnectRequest.of(packet, options.sessionExpiry().toSeconds());
		Authorizer authorizer = new Authorizer(services, request.clientId(), certificateId);
		if (!acceptable(request) || !authorizer.mayConnect() || !mayLeaveWill(request, authorizer)) {
			refuse(context, request);
			return Optional.empty();
		}
		boolean resumed = takeOver(request);
		Session session = sessions.computeIfAbsent(request.clientId(), Session::new);
		MqttConnection connection = new MqttConnection(this, context, request, session, authorizer, certificateId);
		session.attach(connection, request.expirySeconds());
		long silence = request.keepAliveSeconds() * 1500L;
		context.pipeline().addBefore(context.name(), "keepAlive", new IdleStateHandler(silence, 0, 0, TimeUnit.MILLISECONDS));
		connection.accept(resumed && options.sessionPresent() == SessionPresent.REAL);
		listener.connected(request.clientId(), certificateId, connection.address());
		presence.connected(connection);
		return Optional.of(connection);
	}

	private static boolean acceptable(ConnectRequest request) {
		boolean will = request.will().map(message -> Topics.validTopic(message.topic()) && message.qos() <= 1
				&& !(request.retainWill() && Topics.reserved(message.topic()))).orElse(Boolean.TRUE);
		return will && (request.assignedId() || !request.clientId().startsWith("$"));
	}

	private static boolean mayLeaveWill(ConnectRequest request, Authorizer authorizer) {
		return request.will().map(message -> authorizer.mayPublish(message.topic())
				&& (!request.retainWill() || authorizer.mayRetain(message.topic()))).orElse(Boolean.TRUE);
	}

	private static void refuse(ChannelHandlerContext context, ConnectRequest request) {
		// in MQTT 3.1.1 AWS never answers "not authorized", it closes
		if (request.version5()) {
			context.writeAndFlush(Packets.refusal(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5));
		}
		context.close();
	}

	/** Ends an earlier connection of the same client id; tells whether its session goes on. */
	private boolean takeOver(ConnectRequest request) {
		Optional<Session> existing = Optional.ofNullable(sessions.get(request.clientId()));
		existing.flatMap(Session::connection).ifPresent(old -> old.end(DisconnectReason.DUPLICATE_CLIENTID));
		Optional<Session> left = Optional.ofNullable(sessions.get(request.clientId()));
		if (left.isPresent() && (request.cleanStart() || left.get().expired(services.clock().instant()))) {
			forget(left.get());
			return false;
		}
		return left.isPresent();
	}

	void disconnected(MqttConnection connection, DisconnectReason reason) {
		Session session = connection.session();
		session.detach(services.clock().instant());
		if (!session.persistent()) {
			forget(session);
		}
		listener.disconnected(connection.clientId(), reason);
		presence.disconnected(connection, reason);
		connection.will().ifPresent(will -> {
			keep(will, connection.retainWill());
			route(connection.clientId(), will, Optional.empty());
		});
	}

	/**
	 * Takes a message from a client that may publish it.
	 *
	 * @param from the client
	 * @param message its message
	 * @param retain whether it is to be retained
	 */
	void published(MqttConnection from, Message message, boolean retain) {
		keep(message, retain);
		route(from.clientId(), message, Optional.of(from));
		if (Topics.reserved(message.topic()) && !reserved.handle(from, message.topic(), message.payload())) {
			from.end(DisconnectReason.CLIENT_ERROR);
		}
	}

	@Override
	public void publish(String topic, byte[] payload, int qos) {
		Message message = new Message(topic, payload, qos, false);
		// also from the loop itself: what a request causes comes behind the reply to it
		if (!loop.isShuttingDown()) {
			loop.execute(() -> route("", message, Optional.empty()));
		}
	}

	/** Takes a message that was published over HTTP: no session asked, so replies to one session go nowhere. */
	private void carry(String topic, byte[] payload, int qos) {
		if (!loop.isShuttingDown()) {
			loop.execute(() -> {
				route("", new Message(topic, payload, qos, false), Optional.empty());
				if (Topics.reserved(topic)) {
					reserved.handle((replyTopic, reply) -> listener.published("", replyTopic, reply.length), topic, payload);
				}
			});
		}
	}

	private void keep(Message message, boolean retain) {
		if (retain) {
			services.messages().keep(message.topic(), message.payload(), message.qos());
		}
	}

	private void route(String clientId, Message message, Optional<MqttConnection> from) {
		listener.published(clientId, message.topic(), message.payload().length);
		subscriptions.subscribers(message.topic()).forEach((session, qos) -> {
			session.deliver(message.withQos(Math.min(qos, message.qos())));
			from.ifPresent(publisher -> session.connection().ifPresent(reader -> reader.slowDown(publisher)));
		});
	}

	void subscribe(Session session, String filter, int qos) {
		session.subscriptions().put(filter, qos);
		subscriptions.add(filter, session, qos);
	}

	boolean unsubscribe(Session session, String filter) {
		subscriptions.remove(filter, session);
		return session.subscriptions().remove(filter) != null;
	}

	void subscribed(MqttConnection connection, List<String> filters) {
		for (String filter : filters) {
			services.messages().retained(filter).ifPresent(kept -> connection.deliver(new Message(kept.topic(), kept.payload(),
					Math.min(kept.qos(), Objects.requireNonNull(connection.session().subscriptions().get(filter))), true)));
		}
		presence.subscribed(connection, filters);
	}

	void unsubscribed(MqttConnection connection, List<String> filters) {
		presence.unsubscribed(connection, filters);
	}

	int subscribedQos(Session session, String topic) {
		return subscriptions.subscribers(topic).getOrDefault(session, 0);
	}

	void stop() {
		endAll(connection -> true, DisconnectReason.SERVER_INITIATED_DISCONNECT);
	}

	private void endAll(Predicate<MqttConnection> which, DisconnectReason reason) {
		for (Session session : new ArrayList<>(sessions.values())) {
			session.connection().filter(which).ifPresent(connection -> connection.end(reason));
		}
	}

	private void forgetExpired() {
		Instant now = services.clock().instant();
		for (Session session : new ArrayList<>(sessions.values())) {
			if (session.expired(now)) {
				forget(session);
			}
		}
	}

	private void forget(Session session) {
		session.subscriptions().keySet().forEach(filter -> subscriptions.remove(filter, session));
		sessions.remove(session.clientId(), session);
	}
}
