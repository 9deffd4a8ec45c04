/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import dev.bankswap.firmware.codec.JsonText;
import dev.bankswap.firmware.log.Logger;

/**
 * Reads job messages. The keys are looked up in a fixed order, whatever their order in the document, and each stored value is
 * logged. Unknown keys are ignored.
 */
final class JobDocumentParser {

	private static final String SOURCE = OtaAgent.SOURCE;

	private static final String JOB_ID = "execution.jobId";
	private static final String DOCUMENT = "execution.jobDocument";
	private static final String DETAILS = "execution.statusDetails";
	private static final String UNIT = DOCUMENT + ".afr_ota";

	private static final int JOB_ID_SIZE = 73;
	private static final int NAME_SIZE = 128;
	private static final int PATH_SIZE = 260;
	private static final int PROTOCOLS_SIZE = 20;
	private static final int SIGNATURE_SIZE = 384;
	private static final int SHOWN_SIGNATURE = 32;
	private static final long MAX_UNSIGNED_32 = 0xFFFF_FFFFL;

	private final Logger log;

	JobDocumentParser(Logger log) {
		this.log = log;
	}

	/** Reads a message that announces an OTA job. */
	JobDocument parse(byte[] message) throws JobDocumentException {
		JsonText json = new JsonText(new String(message, StandardCharsets.UTF_8));
		if (!json.valid()) {
			log.error(SOURCE, 1563, "Invalid JSON document: JSON_Validate returned error: JSONStatus_t=%d", 3);
			throw new JobDocumentException("The job message is no valid JSON.");
		}
		requireObject(json, "execution");
		String jobId = text(json, JOB_ID, JOB_ID_SIZE).orElseThrow(() -> missing(JOB_ID));
		optionalObject(json, DETAILS);
		boolean selfTest = json.search(DETAILS + ".self_test").isPresent();
		long updatedBy = number(json, DETAILS + ".updatedBy").orElse(0L);
		requireObject(json, DOCUMENT);
		requireObject(json, UNIT);
		String stream = text(json, UNIT + ".streamname", NAME_SIZE).orElse("");
		String protocols = array(json, UNIT + ".protocols");
		JsonText file = firstFile(json);
		return new JobDocument(jobId, selfTest, (int) updatedBy, stream, protocols, text(file, "filepath", PATH_SIZE).orElse(""),
				requiredNumber(file, "filesize"), requiredNumber(file, "fileid"), text(file, "certfile", PATH_SIZE).orElse(""),
				signature(file), optionalNumbers(file));
	}

	/** Finds the id of a job that is not an OTA job; empty if the message holds no job. */
	static Optional<String> customJobId(byte[] message) {
		JsonText json = new JsonText(new String(message, StandardCharsets.UTF_8));
		if (!json.valid() || json.search(DOCUMENT).isEmpty()) {
			return Optional.empty();
		}
		return json.search(JOB_ID).map(JsonText.Value::text);
	}

	private JsonText firstFile(JsonText json) throws JobDocumentException {
		String key = UNIT + ".files";
		String array = json.search(key).filter(JsonText.Value::array).orElseThrow(() -> missing(key)).text();
		return new JsonText(array.substring(1, array.length() - 1));
	}

	private byte[] signature(JsonText file) throws JobDocumentException {
		String key = "sig-sha256-ecdsa";
		Optional<JsonText.Value> value = file.search(key);
		if (value.isEmpty()) {
			return new byte[0];
		}
		String text = string(value.get(), key);
		try {
			byte[] decoded = Base64.getMimeDecoder().decode(text.replace("\\/", "/"));
			if (decoded.length > SIGNATURE_SIZE) {
				throw new IllegalArgumentException("too long");
			}
			log.info(SOURCE, 1609, "Extracted parameter [ %s: %s... ]", key,
					text.substring(0, Math.min(SHOWN_SIGNATURE, text.length())));
			return decoded;
		} catch (IllegalArgumentException undecodable) {
			log.error(SOURCE, 1598, "Failed to decode Base64 data: base64Decode returned error: error=%d", 1);
			throw new JobDocumentException("The signature is no Base64 of at most " + SIGNATURE_SIZE + " bytes.");
		}
	}

	/** The attributes are logged and not used; the type matters. */
	private long optionalNumbers(JsonText file) throws JobDocumentException {
		number(file, "attr");
		return number(file, "fileType").orElse(0L);
	}

	private Optional<String> text(JsonText json, String key, int room) throws JobDocumentException {
		Optional<JsonText.Value> value = json.search(key);
		return value.isEmpty() ? Optional.empty() : Optional.of(stored(key, string(value.get(), key), room));
	}

	private String array(JsonText json, String key) throws JobDocumentException {
		return stored(key, json.search(key).filter(JsonText.Value::array).orElseThrow(() -> missing(key)).text(), PROTOCOLS_SIZE);
	}

	private String stored(String key, String value, int room) throws JobDocumentException {
		int length = value.getBytes(StandardCharsets.UTF_8).length;
		if (length + 1 > room) {
			log.error(SOURCE, 1663, "Insufficient user memory: [key: valueLength]=[%s: %d]", key, length);
			throw new JobDocumentException("The value of " + key + " is longer than " + (room - 1) + " bytes.");
		}
		log.info(SOURCE, 1678, "Extracted parameter: [key: value]=[%s: %s]", key, value);
		return value;
	}

	private long requiredNumber(JsonText json, String key) throws JobDocumentException {
		return number(json, key).orElseThrow(() -> missing(key));
	}

	/** Reads a number as strtoul does with base 0, also from a string. */
	private Optional<Long> number(JsonText json, String key) throws JobDocumentException {
		Optional<JsonText.Value> value = json.search(key);
		if (value.isEmpty()) {
			return Optional.empty();
		}
		try {
			long number = Long.decode(value.get().text());
			if (number < 0 || number > MAX_UNSIGNED_32) {
				throw new NumberFormatException("out of range");
			}
			log.info(SOURCE, 1719, "Extracted parameter: [key: value]=[%s: %d]", key, number);
			return Optional.of(number);
		} catch (NumberFormatException unreadable) {
			throw new JobDocumentException("The value of " + key + " is no unsigned 32-bit number.");
		}
	}

	/** A null where a string should be ends up as its text, as in the firmware. */
	private static String string(JsonText.Value value, String key) throws JobDocumentException {
		if (!value.string() && !"null".equals(value.text())) {
			throw new JobDocumentException("The value of " + key + " is no string.");
		}
		return value.text();
	}

	private static void requireObject(JsonText json, String key) throws JobDocumentException {
		if (json.search(key).filter(JsonText.Value::object).isEmpty()) {
			throw missing(key);
		}
	}

	private static void optionalObject(JsonText json, String key) throws JobDocumentException {
		if (json.search(key).filter(each -> !each.object()).isPresent()) {
			throw new JobDocumentException("The value of " + key + " is no object.");
		}
	}

	private static JobDocumentException missing(String key) {
		return new JobDocumentException("The job message has no " + key + ".");
	}
}
