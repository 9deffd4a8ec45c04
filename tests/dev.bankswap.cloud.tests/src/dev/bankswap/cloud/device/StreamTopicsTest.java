/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;

import dev.bankswap.cloud.service.S3Location;
import dev.bankswap.cloud.service.StreamFile;
import dev.bankswap.cloud.service.TestServices;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class StreamTopicsTest {

	private static final String STREAM = "$aws/things/board/streams/AFR_OTA-1/";

	private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());

	private final TestServices cloud = new TestServices();

	private final RecordedReplies out = new RecordedReplies();

	private final ReservedTopics topics = new ReservedTopics(cloud.services, out);

	/** As long as the image of the sample: 241 blocks of 2 KB, the last one short. */
	private final byte[] file = new byte[492_536];

	@BeforeEach
	void createStream() {
		new Random(1).nextBytes(file);
		cloud.services.things().create("board", Map.of());
		cloud.services.objects().createBucket("afr-ota-test");
		cloud.services.objects().put("afr-ota-test", "image", file);
		cloud.services.streams().create("AFR_OTA-1", "image", List.of(new StreamFile(0, new S3Location("afr-ota-test", "image", null))),
				cloud.services.arns().role("ota"));
	}

	@AfterEach
	void close() {
		cloud.close();
	}

	private void ask(String operation, byte[] payload) {
		assertTrue(topics.handle(out, STREAM + operation, payload));
	}

	private void ask(String operation, String json) {
		ask(operation, json.getBytes(StandardCharsets.UTF_8));
	}

	private List<Integer> blocks() throws IOException {
		List<Integer> numbers = new java.util.ArrayList<>();
		for (RecordedReplies.Sent sent : out.sent) {
			assertEquals(STREAM + "data/json", sent.topic());
			JsonNode message = new ObjectMapper().readTree(sent.payload());
			int block = message.path("i").intValue();
			int size = message.path("l").intValue();
			byte[] content = Base64.getDecoder().decode(message.path("p").textValue());
			assertEquals(size, content.length);
			assertArrayEquals(Arrays.copyOfRange(file, block * 2048, block * 2048 + size), content);
			numbers.add(block);
		}
		out.sent.clear();
		return numbers;
	}

	@Test
	void theFirstRequestOfTheFirmwareIsServedByteForByte() throws IOException {
		byte[] request = HexFormat.of().parseHex("a6" + "616363726479" + "616600" + "616c190800" + "616f00" + "6162581f" + "ff".repeat(30) + "01"
				+ "616e02");
		assertEquals(56, request.length);

		ask("get/cbor", request);

		assertEquals(2, out.sent.size());
		RecordedReplies.Sent first = out.sent.get(0);
		assertEquals(STREAM + "data/cbor", first.topic());
		assertFalse(first.direct(), "replies of the stream API are ordinary messages");
		String expected = "a5" + "616600" + "616900" + "616c190800" + "6170590800" + HexFormat.of().formatHex(file, 0, 2048) + "616363726479";
		assertEquals(expected, HexFormat.of().formatHex(first.payload()));
		assertEquals(1, CBOR.readTree(out.sent.get(1).payload()).path("i").intValue());
	}

	@Test
	void aBitmapIsRelativeToTheOffsetAndLowBitFirst() throws IOException {
		ask("get/json", "{\"f\":0,\"l\":2048,\"o\":20,\"b\":\"0x130080\"}");

		assertEquals(List.of(20, 21, 24, 43), blocks());
	}

	@Test
	void theNumberOfBlocksIsALimit() throws IOException {
		ask("get/json", "{\"f\":0,\"l\":2048,\"o\":20,\"b\":\"130080\",\"n\":3}");
		assertEquals(List.of(20, 21, 24), blocks());
		ask("get/json", "{\"f\":0,\"l\":2048,\"o\":3,\"n\":2}");
		assertEquals(List.of(3, 4), blocks());
	}

	@Test
	void notMoreThan128KilobytesAreSent() throws IOException {
		ask("get/json", "{\"f\":0,\"l\":2048,\"n\":200}");
		assertEquals(64, blocks().size());
		ask("get/json", "{\"f\":0,\"l\":2048,\"b\":\"" + "ff".repeat(31) + "\"}");
		assertEquals(64, blocks().size());
	}

	@Test
	void theLastBlockIsShortAndNothingComesBehindIt() throws IOException {
		ask("get/json", "{\"f\":0,\"l\":2048,\"o\":240,\"b\":\"ff\"}");

		assertEquals(1, out.sent.size());
		assertEquals(1016, new ObjectMapper().readTree(out.sent.get(0).payload()).path("l").intValue());
		assertEquals(List.of(240), blocks());
	}

	@Test
	void aStreamIsDescribed() {
		ask("describe/json", "{\"c\":\"t\"}");
		assertEquals("{\"c\":\"t\",\"s\":1,\"d\":\"image\",\"r\":[{\"f\":0,\"z\":492536}]}", out.only().text());
		ask("describe/json", "");
		assertEquals("{\"s\":1,\"d\":\"image\",\"r\":[{\"f\":0,\"z\":492536}]}", out.only().text());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"f\":0 | InvalidJson", "[] | InvalidJson", "{\"f\":0,\"l\":2048} | InvalidRequest",
			"{\"l\":2048,\"n\":1} | InvalidRequest", "{\"f\":\"0\",\"l\":2048,\"n\":1} | InvalidRequest",
			"{\"f\":0,\"l\":255,\"n\":1} | BlockSizeOutOfBounds", "{\"f\":0,\"l\":131073,\"n\":1} | BlockSizeOutOfBounds",
			"{\"f\":0,\"l\":2048,\"o\":-1,\"n\":1} | OffsetOutOfBounds", "{\"f\":0,\"l\":2048,\"o\":98305,\"n\":1} | OffsetOutOfBounds",
			"{\"f\":0,\"l\":2048,\"o\":241,\"n\":1} | OffsetOutOfBounds", "{\"f\":0,\"l\":2048,\"n\":0} | BlockCountLimitExceeded",
			"{\"f\":1,\"l\":2048,\"n\":1} | ResourceNotFound", "{\"f\":0,\"l\":2048,\"n\":1,\"s\":2} | VersionMismatch",
			"{\"f\":0,\"l\":2048,\"b\":\"xy\"} | InvalidRequest", "{\"f\":0,\"l\":2048,\"b\":3} | InvalidRequest" })
	void refusalsCarryTheCodeOfTheService(String payload, String code) {
		ask("get/json", payload);

		RecordedReplies.Sent reply = out.only();
		assertEquals(STREAM + "rejected/json", reply.topic());
		assertTrue(reply.text().startsWith("{\"o\":\"" + code + "\",\"m\":\""), reply.text());
	}

	@Test
	void aTooLongBitmapOrTokenIsRefused() {
		ask("get/json", "{\"f\":0,\"l\":2048,\"b\":\"" + "00".repeat(12_288) + "\"}");
		assertTrue(out.only().text().contains("BlockBitmapLimitExceeded"));
		ask("get/json", "{\"f\":0,\"l\":2048,\"n\":1,\"c\":\"" + "c".repeat(65) + "\"}");
		assertTrue(out.only().text().contains("InvalidRequest"));
	}

	@Test
	void anUnknownStreamIsRefusedWithTheToken() {
		topics.handle(out, "$aws/things/board/streams/none/get/json", "{\"c\":\"t\",\"f\":0,\"l\":2048,\"n\":1}".getBytes(StandardCharsets.UTF_8));

		assertTrue(out.only().text().matches("\\{\"o\":\"ResourceNotFound\",\"m\":\".*\",\"c\":\"t\"\\}"));
	}

	@Test
	void aTextIsNoBitmapInCbor() throws IOException {
		ObjectNode request = CBOR.createObjectNode().put("f", 0).put("l", 2048).put("b", "nothex");

		ask("get/cbor", CBOR.writeValueAsBytes(request));

		assertEquals("InvalidRequest", CBOR.readTree(out.only().payload()).path("o").textValue());
	}

	@Test
	void mutatedRequestsAreAnswered() {
		byte[] valid = HexFormat.of().parseHex("a6616363726479616600616c190800616f0061624113616e02");
		Random random = new Random(9);
		for (int i = 0; i < 3000; i++) {
			byte[] request = valid.clone();
			for (int n = random.nextInt(4); n >= 0; n--) {
				request[random.nextInt(request.length)] = (byte) random.nextInt(256);
			}
			ask("get/cbor", request);
			assertTrue(out.sent.size() <= 64);
			out.sent.clear();
		}
	}

	@Test
	void defenderReportsAreAnswered() throws IOException {
		byte[] report = CBOR.writeValueAsBytes(TestServices.json("{\"hed\":{\"rid\":7,\"v\":\"1.0\"},\"met\":{}}"));
		assertTrue(topics.handle(out, "$aws/things/board/defender/metrics/cbor", report));
		RecordedReplies.Sent reply = out.only();
		assertEquals("$aws/things/board/defender/metrics/cbor/accepted", reply.topic());
		assertEquals("{\"thingName\":\"board\",\"reportId\":7,\"status\":\"ACCEPTED\",\"timestamp\":" + cloud.clock.millis() + "}",
				CBOR.readTree(reply.payload()).toString());

		assertTrue(topics.handle(out, "$aws/things/board/defender/metrics/json", "{\"header\":{}}".getBytes(StandardCharsets.UTF_8)));
		assertTrue(out.only().topic().endsWith("/rejected"));
		assertFalse(topics.handle(out, "$aws/things/board/defender/metrics/xml", report));
	}

	@Test
	void shadowRequestsAreAnswered() {
		assertTrue(topics.handle(out, "$aws/things/board/shadow/get", new byte[0]));
		RecordedReplies.Sent reply = out.only();
		assertEquals("$aws/things/board/shadow/get/rejected", reply.topic());
		assertTrue(reply.text().startsWith("{\"code\":404,"));
		assertFalse(topics.handle(out, "$aws/things/board/shadow/unknown", new byte[0]));
	}
}
