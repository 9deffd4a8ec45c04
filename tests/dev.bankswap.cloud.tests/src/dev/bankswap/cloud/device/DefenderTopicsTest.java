/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;

import dev.bankswap.cloud.device.RecordedReplies.Sent;
import dev.bankswap.cloud.service.DefenderService;
import dev.bankswap.cloud.service.TestServices;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class DefenderTopicsTest {

	private static final String METRICS = "$aws/things/board/defender/metrics/";

	private static final String SHORT = "{\"hed\":{\"rid\":7,\"v\":\"1.0\"},\"met\":{\"ns\":{\"bi\":1,\"bo\":2,\"pi\":3,\"po\":4},"
			+ "\"tp\":{\"pts\":[{\"pt\":80,\"if\":\"eth0\"}],\"t\":1},\"up\":{\"pts\":[],\"t\":0},\"tc\":{\"ec\":{\"cs\":[{\"rad\":"
			+ "\"10.0.0.1:8883\",\"lp\":4000,\"li\":\"w\"}],\"t\":1}}},\"cmet\":{\"heap\":[{\"number\":5}],\"s\":[{\"string_list\":[\"a\"]}]}}";

	private static final String LONG = "{\"header\":{\"report_id\":8,\"version\":\"1.0\"},\"metrics\":{\"network_stats\":{\"bytes_in\":1},"
			+ "\"listening_udp_ports\":{\"ports\":[{\"port\":53}],\"total\":1},\"tcp_connections\":{\"established_connections\":"
			+ "{\"connections\":[{\"remote_addr\":\"[::1]:443\"}],\"total\":1}}},\"custom_metrics\":{\"i\":[{\"ip_list\":[\"10.0.0.1\"]}],"
			+ "\"n\":[{\"number_list\":[1,2.5]}]}}";

	private final TestServices cloud = new TestServices();

	private final RecordedReplies out = new RecordedReplies();

	private final ReservedTopics topics = new ReservedTopics(cloud.services, out);

	private final ObjectMapper cbor = new ObjectMapper(new CBORFactory());

	@BeforeEach
	void createThing() {
		cloud.services.things().create("board", Map.of());
	}

	@AfterEach
	void close() {
		cloud.close();
	}

	private Sent ask(String format, byte[] payload) {
		assertTrue(topics.handle(out, METRICS + format, payload));
		return out.only();
	}

	private Sent ask(String json) {
		return ask("json", json.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void reportsWithShortAndWithLongNamesAreAcceptedAndKept() {
		assertEquals("{\"thingName\":\"board\",\"reportId\":7,\"status\":\"ACCEPTED\",\"timestamp\":1692784320000}", ask(SHORT).text());
		assertEquals(METRICS + "json/accepted", ask(LONG).topic());
		assertEquals(8, cloud.services.defender().reports("board").get(0).reportId());
		assertEquals(TestServices.json(SHORT), cloud.services.defender().reports("board").get(1).content());
	}

	@Test
	void cborIsAnsweredInCborAndMayBeIndefinite() throws IOException {
		byte[] report = HexFormat.of().parseHex("bf" + "63686564" + "bf" + "63726964" + "07" + "6176" + "63312e30" + "ff" + "636d6574" + "a0" + "ff");
		Sent reply = ask("cbor", report);
		assertEquals(METRICS + "cbor/accepted", reply.topic());
		assertEquals(7, cbor.readTree(reply.payload()).path("reportId").intValue());
		assertEquals(METRICS + "cbor/rejected", ask("cbor", new byte[] { 1, 2, 3 }).topic());
	}

	@Test
	void onlyTheLatestAreKeptAndNumbersMayFall() {
		for (int i = 30; i > 0; i--) {
			ask("{\"hed\":{\"rid\":" + i + ",\"v\":\"1.0\"},\"met\":{}}");
		}
		assertEquals(DefenderService.KEPT, cloud.services.defender().reports("board").size());
		assertEquals(1, cloud.services.defender().reports("board").get(0).reportId());
		cloud.services.things().delete("board");
		cloud.services.things().create("board", Map.of());
		assertTrue(cloud.services.defender().reports("board").isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "{\"hed\":{\"rid\":1},\"met\":{}}", "{\"hed\":{\"rid\":1,\"v\":\"1.0\"}}",
			"{\"hed\":{\"rid\":\"1\",\"v\":\"1.0\"},\"met\":{}}", "{\"hed\":{\"rid\":1,\"v\":\"1.0\"},\"metrics\":{}}",
			"{\"hed\":{\"rid\":1,\"v\":\"1.0\"},\"met\":{\"network_stats\":{}}}", "{\"hed\":{\"rid\":1,\"v\":\"1.0\"},\"met\":{\"ns\":{\"bi\":-1}}}",
			"{\"hed\":{\"rid\":1,\"v\":\"1.0\"},\"met\":{\"tp\":{\"pts\":[{\"pt\":0}]}}}",
			"{\"hed\":{\"rid\":1,\"v\":\"1.0\"},\"met\":{\"tp\":{\"pts\":{},\"t\":1}}}",
			"{\"hed\":{\"rid\":1,\"v\":\"1.0\"},\"met\":{\"tc\":{\"ec\":{\"cs\":[{\"rad\":\"10.0.0.1\"}]}}}}",
			"{\"hed\":{\"rid\":1,\"v\":\"1.0\"},\"cmet\":{\"a\":{\"number\":1}}}", "{\"hed\":{\"rid\":1,\"v\":\"1.0\"},\"cmet\":{\"a\":[]}}",
			"{\"hed\":{\"rid\":1,\"v\":\"1.0\"},\"cmet\":{\"a\":[{\"number\":1},{\"number\":2}]}}",
			"{\"hed\":{\"rid\":1,\"v\":\"1.0\"},\"cmet\":{\"a\":[{\"number\":\"1\"}]}}",
			"{\"hed\":{\"rid\":1,\"v\":\"1.0\"},\"cmet\":{\"a\":[{\"string_list\":[1]}]}}" })
	void malformedReportsAreRefused(String report) {
		Sent reply = ask(report);
		assertEquals(METRICS + "json/rejected", reply.topic());
		assertTrue(reply.text().contains("\"status\":\"REJECTED\",\"statusDetails\":{\"ErrorCode\":\"InvalidPayload\","
				+ "\"ErrorMessage\":\"Malformed metrics report\"},\"timestamp\":1692784320000}"), reply.text());
		assertTrue(cloud.services.defender().reports("board").isEmpty());
	}

	@Test
	void aReportWithoutAHeaderSaysSo() {
		assertTrue(ask("{\"met\":{}}").text().contains("\"ErrorCode\":\"MissingHeader\""));
	}

	@Test
	void mutatedReportsAreAnswered() throws IOException {
		byte[] valid = cbor.writeValueAsBytes(TestServices.json(SHORT));
		Random random = new Random(3);
		for (int i = 0; i < 3000; i++) {
			byte[] report = valid.clone();
			for (int n = random.nextInt(4); n >= 0; n--) {
				report[random.nextInt(report.length)] = (byte) random.nextInt(256);
			}
			JsonNode reply = cbor.readTree(ask("cbor", report).payload());
			assertTrue(reply.path("status").isTextual());
		}
	}
}
