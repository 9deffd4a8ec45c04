/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;

import dev.bankswap.cloud.mqtt.BrokerListener;
import dev.bankswap.cloud.mqtt.DisconnectReason;
import dev.bankswap.cloud.service.JobExecution;
import dev.bankswap.cloud.service.ServiceListener;

/**
 * Turns what broker and services tell into events for those who watch the cloud.
 */
final class CloudEvents implements BrokerListener, ServiceListener {

	private static final Logger LOG = System.getLogger("dev.bankswap.cloud");

	private final Clock clock;

	private final List<CloudListener> listeners;

	CloudEvents(Clock clock, List<CloudListener> listeners) {
		this.clock = clock;
		this.listeners = listeners;
	}

	@Override
	public void connected(String clientId, String certificateId, String address) {
		tell(new CloudEvent.ClientConnected(clock.instant(), clientId, certificateId, address));
	}

	@Override
	public void disconnected(String clientId, DisconnectReason reason) {
		tell(new CloudEvent.ClientDisconnected(clock.instant(), clientId, reason.name()));
	}

	@Override
	public void published(String clientId, String topic, int size) {
		if (!listeners.isEmpty()) {
			tell(new CloudEvent.MessagePublished(clock.instant(), clientId, topic, size));
		}
	}

	@Override
	public void executionChanged(JobExecution execution) {
		tell(new CloudEvent.JobExecutionChanged(clock.instant(), execution));
	}

	private void tell(CloudEvent event) {
		for (CloudListener listener : listeners) {
			try {
				listener.event(event);
			} catch (RuntimeException e) {
				// the mistake of somebody who only watches must not end a device's connection
				LOG.log(Level.ERROR, "A listener failed", e);
			}
		}
	}
}
