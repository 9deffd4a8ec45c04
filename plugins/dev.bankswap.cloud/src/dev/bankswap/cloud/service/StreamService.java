/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The file streams of the account.
 */
public final class StreamService {

	private static final int MAX_FILES = 50;

	private static final int MAX_FILE_ID = 255;

	private static final int MAX_FILE_SIZE = 24 << 20;

	private final CloudServices services;

	private final Map<String, Stream> streams;

	StreamService(CloudServices services) {
		this.services = services;
		this.streams = services.state().table("streams", Stream.class);
	}

	/**
	 * Creates a stream.
	 *
	 * @param streamId its id
	 * @param description free text
	 * @param files what it offers
	 * @param roleArn role that lets IoT read the files
	 * @return the stream
	 * @throws ServiceException if the id is taken, or a file does not exist or is too large
	 */
	public Stream create(String streamId, String description, List<StreamFile> files, String roleArn) {
		Names.check("streamId", streamId, Names.STREAM);
		checkIds(files);
		files.forEach(file -> checkSize(bytes(file)));
		synchronized (services.lock()) {
			if (streams.containsKey(streamId)) {
				throw ServiceException.alreadyExists("Stream already exists: " + streamId);
			}
			Instant now = services.clock().instant();
			Stream stream = new Stream(streamId, services.arns().stream(streamId), description, files, 1, now, now, roleArn);
			streams.put(streamId, stream);
			return stream;
		}
	}

	/**
	 * Looks a stream up.
	 *
	 * @param streamId its id
	 * @return the stream
	 * @throws ServiceException if there is none
	 */
	public Stream get(String streamId) {
		synchronized (services.lock()) {
			return Optional.ofNullable(streams.get(streamId)).orElseThrow(() -> ServiceException.notFound("Stream " + streamId + " not found."));
		}
	}

	/**
	 * All streams, in the order of their creation.
	 *
	 * @return a copy
	 */
	public List<Stream> list() {
		synchronized (services.lock()) {
			return List.copyOf(streams.values());
		}
	}

	/**
	 * Deletes a stream; its files stay.
	 *
	 * @param streamId its id
	 * @throws ServiceException if there is none
	 */
	public void delete(String streamId) {
		synchronized (services.lock()) {
			get(streamId);
			streams.remove(streamId);
		}
	}

	/**
	 * The content of a file of a stream.
	 *
	 * @param stream the stream
	 * @param fileId which file
	 * @return its bytes, not to be changed
	 * @throws ServiceException if the stream has no such file or its object is gone
	 */
	public byte[] content(Stream stream, int fileId) {
		return bytes(stream.files().stream().filter(each -> each.fileId() == fileId).findFirst()
				.orElseThrow(() -> ServiceException.notFound("The stream has no file " + fileId)));
	}

	private byte[] bytes(StreamFile file) {
		S3Location location = file.location();
		return services.objects().get(location.bucket(), location.key(), location.version()).bytes();
	}

	private static void checkIds(List<StreamFile> files) {
		if (files.isEmpty() || files.size() > MAX_FILES) {
			throw ServiceException.invalid("A stream has 1 to " + MAX_FILES + " files");
		}
		Set<Integer> ids = new HashSet<>();
		for (StreamFile file : files) {
			if (file.fileId() < 0 || file.fileId() > MAX_FILE_ID || !ids.add(file.fileId())) {
				throw ServiceException.invalid("fileId must be 0 to " + MAX_FILE_ID + " and unique in the stream");
			}
		}
	}

	private static void checkSize(byte[] content) {
		if (content.length == 0 || content.length > MAX_FILE_SIZE) {
			throw ServiceException.invalid("A file of a stream has 1 to " + MAX_FILE_SIZE + " bytes");
		}
	}
}
