/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;

import dev.bankswap.cloud.store.StateStore;

/**
 * All services of one account in one region. They know each other through this object, which is why they ask it only when
 * they need something, never in their constructors.
 */
public final class CloudServices {

	private final Object lock = new Object();

	private final ServiceEvents events = new ServiceEvents();

	private final String region;

	private final String accountId;

	private final Clock clock;

	private final ScheduledExecutorService background;

	private final Arns arns;

	private final StateStore state;

	private final ThingRegistry things;

	private final CertificateRegistry certificates;

	private final PolicyRegistry policies;

	private final JobService jobs;

	private final StreamService streams;

	private final ObjectStore objects;

	private final SigningService signing;

	private final CertificateManager acm;

	private final IamService iam;

	private final OtaUpdateService otaUpdates;

	private final ShadowService shadows;

	private final MessageService messages;

	private final DefenderService defender;

	/**
	 * Creates the services of an empty account.
	 *
	 * @param region for instance {@code us-west-2}
	 * @param accountId twelve digits
	 * @param clock gives every time stamp
	 * @param background does what AWS does asynchronously; the caller shuts it down
	 */
	public CloudServices(String region, String accountId, Clock clock, ScheduledExecutorService background) {
		this(region, accountId, clock, background, StateStore.inMemory());
	}

	/**
	 * Creates the services of an account with the state that it had.
	 *
	 * @param region for instance {@code us-west-2}
	 * @param accountId twelve digits
	 * @param clock gives every time stamp
	 * @param background does what AWS does asynchronously; the caller shuts it down
	 * @param state where the account lives; the caller closes it
	 * @throws IllegalStateException if the state does not fit this version of the program
	 */
	public CloudServices(String region, String accountId, Clock clock, ScheduledExecutorService background, StateStore state) {
		this.state = state;
		this.region = region;
		this.accountId = accountId;
		this.clock = clock;
		this.background = background;
		this.arns = new Arns(region, accountId);
		this.things = new ThingRegistry(this);
		this.certificates = new CertificateRegistry(this);
		this.policies = new PolicyRegistry(this);
		this.jobs = new JobService(this);
		this.streams = new StreamService(this);
		this.objects = new ObjectStore(this);
		this.signing = new SigningService(this);
		this.acm = new CertificateManager(this);
		this.iam = new IamService(this);
		this.otaUpdates = new OtaUpdateService(this);
		this.shadows = new ShadowService(this);
		this.messages = new MessageService(this);
		this.defender = new DefenderService(this);
	}

	/**
	 * The things.
	 *
	 * @return the registry
	 */
	public ThingRegistry things() {
		return things;
	}

	/**
	 * The device certificates.
	 *
	 * @return the registry
	 */
	public CertificateRegistry certificates() {
		return certificates;
	}

	/**
	 * The IoT policies.
	 *
	 * @return the registry
	 */
	public PolicyRegistry policies() {
		return policies;
	}

	/**
	 * The jobs.
	 *
	 * @return the service
	 */
	public JobService jobs() {
		return jobs;
	}

	/**
	 * The file streams.
	 *
	 * @return the service
	 */
	public StreamService streams() {
		return streams;
	}

	/**
	 * The buckets and their objects.
	 *
	 * @return the store
	 */
	public ObjectStore objects() {
		return objects;
	}

	/**
	 * Code signing.
	 *
	 * @return the service
	 */
	public SigningService signing() {
		return signing;
	}

	/**
	 * Imported signing certificates.
	 *
	 * @return the service
	 */
	public CertificateManager acm() {
		return acm;
	}

	/**
	 * Roles.
	 *
	 * @return the service
	 */
	public IamService iam() {
		return iam;
	}

	/**
	 * OTA updates.
	 *
	 * @return the service
	 */
	public OtaUpdateService otaUpdates() {
		return otaUpdates;
	}

	/**
	 * Device Shadow.
	 *
	 * @return the service
	 */
	public ShadowService shadows() {
		return shadows;
	}

	/**
	 * Retained messages, and a way to publish.
	 *
	 * @return the service
	 */
	public MessageService messages() {
		return messages;
	}

	/**
	 * Device Defender.
	 *
	 * @return the service
	 */
	public DefenderService defender() {
		return defender;
	}

	/**
	 * The region.
	 *
	 * @return for instance {@code us-west-2}
	 */
	public String region() {
		return region;
	}

	/**
	 * The account.
	 *
	 * @return twelve digits
	 */
	public String accountId() {
		return accountId;
	}

	/**
	 * The clock of every time stamp.
	 *
	 * @return the clock
	 */
	public Clock clock() {
		return clock;
	}

	/**
	 * Builds resource names of this account and region.
	 *
	 * @return the builder
	 */
	public Arns arns() {
		return arns;
	}

	/**
	 * Does what AWS does asynchronously.
	 *
	 * @return an executor with one thread
	 */
	public ScheduledExecutorService background() {
		return background;
	}

	/**
	 * Tells a listener from now on what changes.
	 *
	 * @param listener the listener
	 */
	public void addListener(ServiceListener listener) {
		events.add(listener);
	}

	/**
	 * Stops telling a listener.
	 *
	 * @param listener the listener
	 */
	public void removeListener(ServiceListener listener) {
		events.remove(listener);
	}

	/**
	 * Writes what changed to disk, in one transaction. No operation is left half-done in it.
	 */
	public void commit() {
		if (state.changed()) {
			synchronized (lock) {
				state.commit();
			}
		}
	}

	/**
	 * The sealed interfaces in the state.
	 *
	 * @return the types that a {@link StateStore} has to know
	 */
	public static Class<?>[] sealedTypes() {
		return new Class<?>[] { FileSource.class, CodeSigning.class };
	}

	StateStore state() {
		return state;
	}

	/**
	 * One lock for all registries: they refer to each other, and none of their operations takes long.
	 *
	 * @return the monitor
	 */
	Object lock() {
		return lock;
	}

	ServiceEvents events() {
		return events;
	}
}
