/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.firmware.codec.JsonText;
import dev.bankswap.firmware.FirmwareEvent;
import dev.bankswap.firmware.TestBoard;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class JobDocumentParserTest {

	private static final String FILES = "[{\"filepath\":\"f.bin\",\"filesize\":5000,\"fileid\":1,\"certfile\":\"c\",\"sig-sha256-ecdsa\":\"AQID\"},"
			+ "{\"filepath\":\"second\",\"filesize\":1,\"fileid\":2}]";
	private static final String GOOD = message("\"statusDetails\":{\"self_test\":\"no\",\"updatedBy\":\"0x01000000\"},", FILES);

	private final TestBoard device = TestBoard.consoleOnly().boot();
	private final JobDocumentParser parser = new JobDocumentParser(device.context().log());

	@Test
	void firstFileAndStatusDetailsAreTaken() throws Exception {
		JobDocument job = parse(GOOD);
		assertEquals("j1", job.jobId());
		assertTrue(job.selfTest(), "presence alone counts");
		assertEquals(0x01000000, job.updatedBy());
		assertEquals("s", job.stream());
		assertEquals("[\"MQTT\"]", job.protocols());
		assertEquals("f.bin", job.filePath());
		assertEquals(5000, job.fileSize());
		assertEquals(1, job.fileId());
		assertArrayEquals(new byte[] { 1, 2, 3 }, job.signature());
		assertTrue(logged("Extracted parameter: [key: value]=[execution.statusDetails.updatedBy: 16777216] (ota.c:1719)"));
	}

	@Test
	void orderAndUnknownKeysDoNotMatter() throws Exception {
		JobDocument job = parse("{ \"execution\" : { \"jobDocument\":{\"x\":[1,{\"files\":2}],\"afr_ota\":{\"files\":" + FILES
				+ ",\"y\":{\"streamname\":\"wrong\"},\"protocols\":[\"MQTT\"],\"streamname\":\"s\"}}, \"jobId\" :\"j1\"},\"z\":-1.5e3}");
		assertEquals("s", job.stream());
		assertFalse(job.selfTest());
	}

	@Test
	void nullsBecomeTheirText() throws Exception {
		JobDocument job = parse(message("",
				"[{\"filepath\":null,\"filesize\":5000,\"fileid\":0,\"certfile\":\"c\",\"update_data_url\":null,\"auth_scheme\":null}]"));
		assertEquals("null", job.filePath());
		assertEquals(0, job.signature().length);
	}

	@Test
	void missingRequiredKeysAreRefused() {
		for (String key : new String[] { "jobId", "jobDocument", "afr_ota", "protocols", "files", "filesize", "fileid", "execution" }) {
			assertThrows(JobDocumentException.class, () -> parse(GOOD.replace("\"" + key + "\"", "\"other\"")), key);
		}
	}

	@Test
	void wrongTypesSizesAndBase64AreRefused() {
		for (String bad : new String[] { GOOD.replace("5000", "\"many\""), GOOD.replace("5000", "-1"), GOOD.replace("5000", "4294967296"),
				GOOD.replace("\"f.bin\"", "17"), GOOD.replace("AQID", "A"), GOOD.replace("\"j1\"", "\"" + "j".repeat(73) + "\""),
				GOOD.replace("[\"MQTT\"]", "[\"MQTT\",\"HTTP\",\"OTHER\"]"), GOOD + "x", GOOD.substring(1), "", "7", "[]" }) {
			assertThrows(JobDocumentException.class, () -> parse(bad), bad);
		}
	}

	@Test
	void customJobsAreToldFromNoJob() {
		assertEquals(Optional.of("j1"), custom("{\"execution\":{\"jobId\":\"j1\",\"jobDocument\":{\"a\":1}}}"));
		assertEquals(Optional.empty(), custom("{\"timestamp\":1}"));
		assertEquals(Optional.empty(), custom("{\"execution\":{}}"));
		assertEquals(Optional.empty(), custom("garbage"));
	}

	@Test
	void noiseIsRefusedAndNothingElse() {
		Random random = new Random(99);
		int parsed = 0;
		for (int i = 0; i < 3_000; i++) {
			StringBuilder text = new StringBuilder(GOOD);
			int changes = 1 + random.nextInt(3);
			for (int k = 0; k < changes; k++) {
				int at = random.nextInt(text.length());
				switch (random.nextInt(3)) {
				case 0 -> text.setCharAt(at, (char) random.nextInt(128));
				case 1 -> text.deleteCharAt(at);
				default -> text.insert(at, "{}[]\":,\\u0".charAt(random.nextInt(10)));
				}
			}
			try {
				assertFalse(parse(text.toString()).jobId().length() > 72);
				parsed++;
			} catch (JobDocumentException expected) {
				assertTrue(expected.getMessage().contains("Correct the job document"));
			}
		}
		assertTrue(parsed > 0);
	}

	@Test
	void deepNestingIsNoStackOverflow() {
		assertFalse(new JsonText("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}").valid());
		assertFalse(new JsonText("{\"a\":01}").valid());
		assertFalse(new JsonText("{\"a\":\"\\x\"}").valid());
		assertTrue(new JsonText(" {\"a\":[true,false,null,\"\\u00e4\",-0.5E+2,{}]} ").valid());
	}

	@Test
	void statusMessagesAreByteExact() {
		assertEquals("{\"status\":\"IN_PROGRESS\",\"statusDetails\":{\"receive\":\"25/241\"}}", text(JobStatusMessage.receiving(25, 241)));
		assertEquals("{\"status\":\"SUCCEEDED\",\"statusDetails\":{\"reason\":\"accepted  v1.2.3\",\"updatedBy\":\"  v..9\"}}",
				text(JobStatusMessage.accepted(new dev.bankswap.formats.FirmwareVersion(1, 2, 3),
						new dev.bankswap.formats.FirmwareVersion(0, 0, 9))));
		assertEquals("{\"status\":\"FAILED\",\"statusDetails\":{\"reason\":\"rejected: 0x00000010\"}}",
				text(JobStatusMessage.failed("rejected", 16)));
		assertEquals("{\"status\":\"FAILED\",\"statusDetails\":{\"reason\":\"0x000000e3: 0x00ffb200\"}}",
				text(JobStatusMessage.failed(0xe3, 0xffb200)));
	}

	private JobDocument parse(String text) throws JobDocumentException {
		return parser.parse(text.getBytes(StandardCharsets.UTF_8));
	}

	private static Optional<String> custom(String text) {
		return JobDocumentParser.customJobId(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String message(String details, String files) {
		return "{\"clientToken\":\":t\",\"execution\":{\"jobId\":\"j1\"," + details
				+ "\"jobDocument\":{\"afr_ota\":{\"protocols\":[\"MQTT\"],\"streamname\":\"s\",\"files\":" + files + "}}}}";
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.US_ASCII);
	}

	private boolean logged(String part) {
		return device.events().stream()
				.anyMatch(each -> each instanceof FirmwareEvent.LogLine line && line.text().contains(part));
	}
}
