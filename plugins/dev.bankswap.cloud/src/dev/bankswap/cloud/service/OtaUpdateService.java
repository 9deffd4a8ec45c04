/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;

/**
 * Makes OTA updates as AWS IoT does: the request is accepted at once; signing, stream and job follow in the background, and
 * what goes wrong there is seen only in the update's error. Thread-safe.
 */
public final class OtaUpdateService {

	/** The longest id of a job. */
	private static final int MAX_JOB_ID = 64;

	private static final System.Logger LOG = System.getLogger("dev.bankswap.cloud");

	private final CloudServices services;

	private final Map<String, OtaUpdate> updates;

	private volatile boolean explicitNulls;

	/**
	 * Makes a service without updates.
	 *
	 * @param services the services that it belongs to
	 */
	public OtaUpdateService(CloudServices services) {
		this.services = services;
		this.updates = services.state().table("ota-updates", OtaUpdate.class);
		List.copyOf(updates.values()).stream().filter(OtaUpdateService::pending).forEach(update -> updates.put(update.request().id(),
				update.failed("InternalFailureException", "The cloud was stopped while the update was being created.", services.clock().instant())));
	}

	/**
	 * Chooses how the job documents say that a protocol is not used.
	 *
	 * @param wanted whether the members of the other protocol are {@code null} instead of absent
	 */
	public void setExplicitNulls(boolean wanted) {
		explicitNulls = wanted;
	}

	/**
	 * Accepts an update and makes it in the background.
	 *
	 * @param request what it is to be
	 * @return the accepted update
	 */
	public OtaUpdate create(OtaUpdateRequest request) {
		String jobId = OtaUpdate.PREFIX + request.id();
		if (jobId.length() > MAX_JOB_ID) {
			throw ServiceException.invalid("The job id " + jobId + " is longer than " + MAX_JOB_ID + " characters. Use an OTA "
					+ "update id of at most " + (MAX_JOB_ID - OtaUpdate.PREFIX.length()) + " characters.");
		}
		OtaUpdate update;
		synchronized (updates) {
			if (updates.containsKey(request.id())) {
				throw ServiceException.alreadyExists("OTA update " + request.id() + " already exists.");
			}
			update = new OtaUpdate(request, services.arns().otaUpdate(request.id()), jobId, services.arns().job(jobId),
					OtaUpdateStatus.CREATE_PENDING, Optional.empty(), Optional.empty(), services.clock().instant(),
					services.clock().instant());
			updates.put(request.id(), update);
		}
		try {
			services.background().execute(() -> make(update));
		} catch (RejectedExecutionException e) {
			throw new ServiceException("ServiceUnavailableException", 503, "The cloud is being stopped.");
		}
		return update;
	}

	/**
	 * Looks an update up.
	 *
	 * @param id its id
	 * @return the update
	 */
	public OtaUpdate get(String id) {
		synchronized (updates) {
			return Optional.ofNullable(updates.get(id))
					.orElseThrow(() -> ServiceException.notFound("OTA update " + id + " cannot be found."));
		}
	}

	/**
	 * All updates.
	 *
	 * @return the updates in the order in which they were accepted
	 */
	public List<OtaUpdate> list() {
		synchronized (updates) {
			return List.copyOf(updates.values());
		}
	}

	/**
	 * Deletes an update and its job.
	 *
	 * @param id           its id
	 * @param deleteStream whether the stream that was made for it goes, too
	 * @param forceJob     whether its job may be deleted while it runs
	 */
	public void delete(String id, boolean deleteStream, boolean forceJob) {
		OtaUpdate update = get(id);
		if (pending(update)) {
			throw new ServiceException("VersionConflictException", 409,
					"OTA update " + id + " is still being created. Try again later.");
		}
		deleteJob(update, forceJob);
		if (deleteStream) {
			update.streamId().ifPresent(stream -> ignoreMissing(() -> services.streams().delete(stream)));
		}
		synchronized (updates) {
			updates.remove(id);
		}
	}

	private static boolean pending(OtaUpdate update) {
		return update.status() == OtaUpdateStatus.CREATE_PENDING || update.status() == OtaUpdateStatus.CREATE_IN_PROGRESS;
	}

	private void deleteJob(OtaUpdate update, boolean force) {
		try {
			ignoreMissing(() -> services.jobs().delete(update.jobId(), force));
		} catch (ServiceException e) {
			throw ServiceException.invalid("Job " + update.jobId() + " cannot be deleted: " + e.getMessage()
					+ " Cancel the job first, or force its deletion.");
		}
	}

	/** Somebody may have deleted a part of the update before. */
	private static void ignoreMissing(Runnable deletion) {
		try {
			deletion.run();
		} catch (ServiceException e) {
			if (!e.code().equals("ResourceNotFoundException")) {
				throw e;
			}
		}
	}

	private void make(OtaUpdate accepted) {
		String id = accepted.request().id();
		change(id, update -> update.inProgress(services.clock().instant()));
		try {
			Optional<String> stream = makeJob(accepted);
			change(id, update -> update.complete(stream, services.clock().instant()));
		} catch (ServiceException e) {
			change(id, update -> update.failed(e.code(), String.valueOf(e.getMessage()), services.clock().instant()));
		} catch (RuntimeException e) {
			LOG.log(System.Logger.Level.ERROR, "An OTA update could not be created because of an internal error", e);
			change(id, update -> update.failed("InternalFailureException", "Internal error: " + e,
					services.clock().instant()));
		}
	}

	private Optional<String> makeJob(OtaUpdate update) {
		OtaUpdateRequest request = update.request();
		FileSigner signer = new FileSigner(services, new OtaRole(services.iam(), request.roleArn()));
		List<SignedFile> files = new ArrayList<>();
		for (OtaUpdateFile file : request.files()) {
			files.add(signer.sign(file));
		}
		Optional<String> given = files.stream().map(file -> file.file().source())
				.filter(FileSource.InStream.class::isInstance).map(source -> ((FileSource.InStream) source).streamId())
				.findFirst();
		boolean needsStream = given.isEmpty() && request.protocols().contains("MQTT");
		Optional<String> made = needsStream ? Optional.of(makeStream(request, files)) : Optional.empty();
		OtaJobDocument document = new OtaJobDocument(explicitNulls, services.region());
		services.jobs().create(new JobRequest(update.jobId(), request.targets(),
				document.write(request.protocols(), given.or(() -> made), files), request.description(),
				request.targetSelection()));
		return made;
	}

	private String makeStream(OtaUpdateRequest request, List<SignedFile> files) {
		String id = OtaUpdate.PREFIX + UUID.randomUUID();
		List<StreamFile> members = new ArrayList<>();
		for (int i = 0; i < files.size(); i++) {
			members.add(new StreamFile(i, files.get(i).location()));
		}
		services.streams().create(id, "Stream of OTA update " + request.id(), members, request.roleArn());
		return id;
	}

	private void change(String id, UnaryOperator<OtaUpdate> change) {
		synchronized (updates) {
			updates.computeIfPresent(id, (key, update) -> change.apply(update));
		}
		services.commit();
	}
}
