/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes the job document of an OTA update, in the order of members that AWS writes. The logs of the real device show no
 * members for the other protocol; AWS's own sample has them as {@code null}: both can be had.
 */
final class OtaJobDocument {

	private static final String HTTP = "HTTP";

	private static final String URL = "update_data_url";

	private static final String SCHEME = "auth_scheme";

	private final boolean explicitNulls;

	private final String region;

	OtaJobDocument(boolean explicitNulls, String region) {
		this.explicitNulls = explicitNulls;
		this.region = region;
	}

	ObjectNode write(List<String> protocols, Optional<String> streamName, List<SignedFile> files) {
		ObjectNode document = JsonNodeFactory.instance.objectNode();
		ObjectNode ota = document.putObject("afr_ota");
		ArrayNode names = ota.putArray("protocols");
		protocols.forEach(names::add);
		streamName.ifPresent(name -> ota.put("streamname", name));
		ArrayNode list = ota.putArray("files");
		for (int i = 0; i < files.size(); i++) {
			write(list.addObject(), files.get(i), i, protocols.contains(HTTP));
		}
		return document;
	}

	private void write(ObjectNode json, SignedFile file, int index, boolean http) {
		OtaUpdateFile asked = file.file();
		asked.fileName().ifPresentOrElse(name -> json.put("filepath", name), () -> json.putNull("filepath"));
		json.put("filesize", file.size());
		json.put("fileid", asked.source() instanceof FileSource.InStream stream ? stream.fileId() : index);
		json.put("certfile", file.certificate());
		asked.fileType().ifPresent(type -> json.put("fileType", type));
		if (http) {
			json.put(URL, "${aws:iot:s3-presigned-url:https://s3." + region + ".amazonaws.com/" + file.location().bucket() + "/"
					+ file.location().key() + "}");
			json.put(SCHEME, "aws.s3.presigned");
		} else if (explicitNulls) {
			json.putNull(URL);
			json.putNull(SCHEME);
		}
		json.put(file.signatureKey(), file.signature());
	}
}
