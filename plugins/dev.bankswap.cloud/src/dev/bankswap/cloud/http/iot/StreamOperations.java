/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.iot;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.http.rest.Json;
import dev.bankswap.cloud.http.rest.Members;
import dev.bankswap.cloud.http.rest.Page;
import dev.bankswap.cloud.http.rest.RestCall;
import dev.bankswap.cloud.http.rest.Routes;
import dev.bankswap.cloud.http.rest.TextRule;
import dev.bankswap.cloud.service.S3Location;
import dev.bankswap.cloud.service.Stream;
import dev.bankswap.cloud.service.StreamFile;
import dev.bankswap.cloud.service.StreamService;

/** Streams of files. */
final class StreamOperations {

	private static final String ID = "streamId";

	private final StreamService streams;

	StreamOperations(StreamService streams) {
		this.streams = streams;
	}

	void addTo(Routes routes) {
		routes.add("POST", "/streams/{streamId}", this::create).add("GET", "/streams/{streamId}", this::describe)
				.add("DELETE", "/streams/{streamId}", this::delete).add("GET", "/streams", this::list);
	}

	private ObjectNode create(RestCall call) {
		Members body = call.body();
		List<StreamFile> files = body.children("files", Shapes.MAX_FILES).stream().map(StreamOperations::file).toList();
		Stream stream = streams.create(call.label(ID, Shapes.STREAM_ID),
				body.optionalText("description", Shapes.DESCRIPTION).orElse(""), files,
				body.text("roleArn", TextRule.ROLE_ARN));
		return summary(Json.object(), stream);
	}

	private ObjectNode describe(RestCall call) {
		Stream stream = streams.get(call.label(ID, Shapes.STREAM_ID));
		ObjectNode reply = Json.object();
		ObjectNode info = summary(reply.putObject("streamInfo"), stream);
		ArrayNode files = info.putArray("files");
		for (StreamFile file : stream.files()) {
			files.addObject().put("fileId", file.fileId()).set("s3Location", json(file.location()));
		}
		info.put("createdAt", Json.time(stream.createdAt())).put("lastUpdatedAt", Json.time(stream.lastUpdatedAt()))
				.put("roleArn", stream.roleArn());
		return reply;
	}

	private ObjectNode delete(RestCall call) {
		streams.delete(call.label(ID, Shapes.STREAM_ID));
		return Json.object();
	}

	private ObjectNode list(RestCall call) {
		call.flag("isAscendingOrder");
		Page<Stream> page = call.page(streams.list(), "maxResults", "nextToken", Shapes.MAX_PAGE);
		ObjectNode reply = Json.object();
		ArrayNode list = reply.putArray("streams");
		page.items().forEach(stream -> summary(list.addObject(), stream));
		page.next().ifPresent(token -> reply.put("nextToken", token));
		return reply;
	}

	private static ObjectNode summary(ObjectNode json, Stream stream) {
		json.put(ID, stream.streamId()).put("streamArn", stream.arn());
		if (!stream.description().isEmpty()) {
			json.put("description", stream.description());
		}
		return json.put("streamVersion", stream.version());
	}

	private static StreamFile file(Members json) {
		int id = (int) json.optionalNumber("fileId", 0, Shapes.MAX_FILE_ID).orElse(0);
		return new StreamFile(id, location(json.child("s3Location")));
	}

	/** Reads where an object is stored. */
	static S3Location location(Members json) {
		String bucket = json.text("bucket", TextRule.NOT_EMPTY);
		String key = json.text("key", TextRule.NOT_EMPTY);
		return json.optionalText("version", TextRule.ANY).map(version -> new S3Location(bucket, key, version))
				.orElseGet(() -> new S3Location(bucket, key, null));
	}

	/** Writes where an object is stored. */
	static ObjectNode json(S3Location location) {
		ObjectNode json = Json.object().put("bucket", location.bucket()).put("key", location.key());
		String version = location.version();
		return version == null ? json : json.put("version", version);
	}
}
