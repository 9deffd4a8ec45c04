/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.device;

import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.device.ReservedTopics.Request;
import dev.bankswap.cloud.service.CloudServices;
import dev.bankswap.cloud.service.ServiceException;
import dev.bankswap.cloud.service.Stream;
import dev.bankswap.cloud.service.StreamFile;

/**
 * File delivery to devices. Replies are ordinary messages: only a session that has subscribed gets them.
 */
final class StreamTopics implements ReservedTopics.Handler {

	private final CloudServices services;

	private final Publisher publisher;

	StreamTopics(CloudServices services, Publisher publisher) {
		this.services = services;
		this.publisher = publisher;
	}

	@Override
	public boolean handle(Request request) {
		if (request.path().size() != 3) {
			return false;
		}
		String operation = request.path().get(1);
		String format = request.path().get(2);
		Optional<Json> encoding = Json.of(format);
		if (encoding.isEmpty() || !"get".equals(operation) && !"describe".equals(operation)) {
			return false;
		}
		new Exchange(request, encoding.get()).run("get".equals(operation));
		return true;
	}

	/** One request and its replies. */
	private final class Exchange {

		private final Request request;

		private final Json encoding;

		private final Optional<ObjectNode> body;

		Exchange(Request request, Json encoding) {
			this.request = request;
			this.encoding = encoding;
			this.body = encoding.read(request.payload());
		}

		void run(boolean get) {
			try {
				ObjectNode given = body.orElseThrow(() -> new ServiceException(encoding == Json.CBOR ? "InvalidCbor" : "InvalidJson", 400,
						"The payload is malformed"));
				Stream stream = services.streams().get(request.path().get(0));
				if (get) {
					sendBlocks(stream, BlockRequest.read(given));
				} else {
					describe(stream, given);
				}
			} catch (ServiceException e) {
				reject(e);
			}
		}

		private void describe(Stream stream, ObjectNode given) {
			ObjectNode reply = Json.object();
			BlockRequest.token(given).ifPresent(token -> reply.put("c", token));
			reply.put("s", stream.version()).put("d", stream.description());
			ArrayNode files = reply.putArray("r");
			for (StreamFile file : stream.files()) {
				files.addObject().put("f", file.fileId()).put("z", services.streams().content(stream, file.fileId()).length);
			}
			publish("description", reply);
		}

		private void sendBlocks(Stream stream, BlockRequest blocks) {
			if (blocks.streamVersion().orElse(stream.version()) != stream.version()) {
				throw new ServiceException("VersionMismatch", 409, "The stream has version " + stream.version());
			}
			byte[] content = services.streams().content(stream, blocks.fileId());
			int size = blocks.blockSize();
			for (int block : blocks.blocksOf(content.length)) {
				int start = block * size;
				byte[] part = Arrays.copyOfRange(content, start, Math.min(content.length, start + size));
				ObjectNode message = Json.object().put("f", blocks.fileId()).put("i", block).put("l", part.length).put("p", part);
				blocks.token().ifPresent(token -> message.put("c", token));
				publish("data", message);
			}
		}

		private void reject(ServiceException refusal) {
			ObjectNode reply = Json.object().put("o", code(refusal)).put("m", refusal.getMessage());
			body.map(given -> given.path("c").textValue()).filter(token -> token.length() <= BlockRequest.MAX_TOKEN)
					.ifPresent(token -> reply.put("c", token));
			publish("rejected", reply);
		}

		private void publish(String kind, ObjectNode message) {
			String topic = "$aws/things/" + request.thing() + "/streams/" + request.path().get(0) + "/" + kind + "/" + request.path().get(2);
			publisher.publish(topic, encoding.write(message), 0);
		}
	}

	private static String code(ServiceException refusal) {
		switch (refusal.code()) {
			case "NoSuchKey":
			case "NoSuchBucket":
			case "NoSuchVersion":
			case "AccessDenied":
				return "Unauthorized";
			default:
				return refusal.code().replaceFirst("Exception$", "");
		}
	}
}
