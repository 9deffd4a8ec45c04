/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.iot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.http.LocalApi;
import dev.bankswap.cloud.http.rest.Json;
import dev.bankswap.cloud.service.TestServices;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class IotControlApiTest {

	private static final String ROLE = "arn:aws:iam::123456789012:role/ota";

	private LocalApi api;

	@BeforeEach
	void start() throws IOException {
		api = new LocalApi();
	}

	@AfterEach
	void stop() {
		api.close();
	}

	@Test
	void theEndpointIsAHostWithoutAPort() {
		assertEquals("{\"endpointAddress\":\"localhost\"}", LocalApi.text(iot("GET", "/endpoint?endpointType=iot:Data-ATS", "")));
		assertEquals("400 InvalidRequestException", LocalApi.error(iot("GET", "/endpoint?endpointType=iot:Nothing", "")));
	}

	@Test
	void inputsAreCheckedAgainstTheModel() {
		assertInvalid("/things/no%20name", "{}", "Value 'no name' at 'thingName' failed to satisfy constraint: "
				+ "Member must satisfy regular expression pattern: [a-zA-Z0-9:_-]+");
		assertInvalid("/things/" + "x".repeat(129), "{}", "length less than or equal to 128");
		assertInvalid("/things/t", "{\"attributePayload\":{\"attributes\":{\"a b\":\"c\"}}}", "attributePayload.attributes");
		assertInvalid("/streams/s", "{\"roleArn\":\"" + ROLE + "\"}", "Value null at 'files'");
		assertInvalid("/streams/s", "{\"files\":[],\"roleArn\":\"" + ROLE + "\"}", "greater than or equal to 1");
		assertInvalid("/streams/s", "{\"files\":[{\"fileId\":256}],\"roleArn\":\"" + ROLE + "\"}", "files.fileId");
		assertInvalid("/policies/p", "{}", "Value null at 'policyDocument'");
		assertEquals("400 SerializationException", LocalApi.error(iot("POST", "/things/t", "not json")));
		assertEquals("400 SerializationException", LocalApi.error(iot("POST", "/policies/p", "{\"policyDocument\":7}")));
		assertEquals("400 SerializationException", LocalApi.error(iot("POST", "/things/t", "{\"attributePayload\":[]}")));
	}

	@Test
	void aThingIsTheSameOnlyWithTheSameAttributes() {
		String blue = "{\"attributePayload\":{\"attributes\":{\"led\":\"blue\"}}}";
		ObjectNode first = LocalApi.json(iot("POST", "/things/board", blue));
		assertEquals("arn:aws:iot:us-west-2:123456789012:thing/board", first.path("thingArn").asText());
		assertEquals(first, LocalApi.json(iot("POST", "/things/board", blue)));
		assertEquals("409 ResourceAlreadyExistsException", LocalApi.error(iot("POST", "/things/board", "{}")));
		ObjectNode thing = LocalApi.json(iot("GET", "/things/board", ""));
		assertEquals("{\"led\":\"blue\"}", thing.path("attributes").toString());
		assertTrue(thing.path("version").isIntegralNumber());
		assertEquals("409 VersionConflictException", LocalApi.error(iot("DELETE", "/things/board?expectedVersion=77", "")));
		assertEquals(200, iot("DELETE", "/things/board", "").statusCode());
		assertEquals("404 ResourceNotFoundException", LocalApi.error(iot("GET", "/things/board", "")));
	}

	@Test
	void listsComeInPages() {
		for (int i = 0; i < 5; i++) {
			api.services().things().create("t" + i, Map.of());
		}
		ObjectNode page = LocalApi.json(iot("GET", "/things?maxResults=3", ""));
		assertEquals(3, page.path("things").size());
		ObjectNode rest = LocalApi.json(iot("GET", "/things?maxResults=3&nextToken=" + encode(page.path("nextToken").asText()), ""));
		assertEquals(2, rest.path("things").size());
		assertFalse(rest.has("nextToken"));
		assertEquals("400 InvalidRequestException", LocalApi.error(iot("GET", "/things?nextToken=nonsense", "")));
		assertEquals("400 InvalidRequestException", LocalApi.error(iot("GET", "/things?maxResults=0", "")));
		assertEquals("400 InvalidRequestException", LocalApi.error(iot("GET", "/things?maxResults=251", "")));
	}

	@Test
	void certificatePolicyAndThingBelongTogether() {
		TestServices.Identity device = TestServices.identity("board");
		String body = Json.object().put("certificatePem", device.pem()).put("status", "ACTIVE").toString();
		ObjectNode certificate = LocalApi.json(iot("POST", "/certificate/register-no-ca", body));
		String arn = certificate.path("certificateArn").asText();
		var again = iot("POST", "/certificate/register-no-ca", body);
		assertEquals("409 ResourceAlreadyExistsException", LocalApi.error(again));
		iot("POST", "/things/board", "{}");
		assertEquals("400 InvalidRequestException", LocalApi.error(iot("PUT", "/things/board/principals", "")));
		assertEquals(200, api.send("iot", "PUT", "/things/board/principals", "", "x-amzn-principal", arn).statusCode());
		assertEquals(200, iot("POST", "/policies/All",
				Json.object().put("policyDocument", TestServices.ALLOW_ALL).toString()).statusCode());
		assertEquals(200, iot("PUT", "/target-policies/All", Json.object().put("target", arn).toString()).statusCode());
		assertEquals("All", LocalApi.json(iot("POST", "/attached-policies/" + encode(arn), "")).path("policies").path(0)
				.path("policyName").asText());
		ObjectNode description = LocalApi.json(iot("GET", "/certificates/" + certificate.path("certificateId").asText(), ""));
		assertTrue(description.path("certificateDescription").path("creationDate").isNumber());
		assertEquals("406 CertificateStateException",
				LocalApi.error(iot("DELETE", "/certificates/" + certificate.path("certificateId").asText(), "")));
		assertEquals(200, iot("PUT", "/certificates/" + certificate.path("certificateId").asText() + "?newStatus=REVOKED", "").statusCode());
		assertEquals("400 InvalidRequestException", LocalApi.error(
				iot("PUT", "/certificates/" + certificate.path("certificateId").asText() + "?newStatus=PENDING_TRANSFER", "")));
	}

	@Test
	void aJobFromItsCreationToItsEnd() {
		iot("POST", "/things/board", "{}");
		String target = "arn:aws:iot:us-west-2:123456789012:thing/board";
		assertEquals(200, iot("PUT", "/jobs/job1", "{\"targets\":[\"" + target + "\"],\"document\":\"{\\\"a\\\":1}\"}").statusCode());
		assertInvalid("PUT", "/jobs/job2", "{\"targets\":[\"" + target + "\"]}", "either a document or a documentSource");
		assertInvalid("PUT", "/jobs/job2", "{\"targets\":[\"" + target + "\"],\"document\":\"[]\"}", "not a JSON object");
		ObjectNode job = LocalApi.json(iot("GET", "/jobs/job1", ""));
		assertEquals("IN_PROGRESS", job.path("job").path("status").asText());
		assertEquals(1, job.path("job").path("jobProcessDetails").path("numberOfQueuedThings").asInt());
		assertEquals("{\"a\":1}", LocalApi.json(iot("GET", "/jobs/job1/job-document", "")).path("document").asText());
		ObjectNode started = LocalApi.json(data("PUT", "/things/board/jobs/$next", "{\"statusDetails\":{\"step\":\"1\"}}"));
		assertEquals("{\"a\":1}", started.path("execution").path("jobDocument").asText());
		JsonNode execution = LocalApi.json(iot("GET", "/things/board/jobs/job1", "")).path("execution");
		assertEquals("{\"detailsMap\":{\"step\":\"1\"}}", execution.path("statusDetails").toString());
		assertTrue(execution.path("startedAt").isNumber());
		assertEquals("409 VersionConflictException",
				LocalApi.error(iot("PUT", "/things/board/jobs/job1/cancel", "{\"expectedVersion\":99}")));
		assertEquals("{\"executionState\":{\"status\":\"SUCCEEDED\",\"statusDetails\":{\"step\":\"1\"},\"versionNumber\":3}}", LocalApi.text(
				data("POST", "/things/board/jobs/job1", "{\"status\":\"SUCCEEDED\",\"includeJobExecutionState\":true}")));
		assertEquals("COMPLETED", LocalApi.json(iot("GET", "/jobs/job1", "")).path("job").path("status").asText());
		assertEquals("410 TerminalStateException", LocalApi.error(data("GET", "/things/board/jobs/job1", "")));
		assertEquals("{}", LocalApi.text(data("GET", "/things/board/jobs/$next", "")));
	}

	@Test
	void theReplyOfGetOtaUpdateHasEmptyStructuresLikeTheRealOne() {
		iot("POST", "/things/board", "{}");
		String body = "{\"targets\":[\"arn:aws:iot:us-west-2:123456789012:thing/board\"],\"roleArn\":\"" + ROLE + "\",\"files\":["
				+ "{\"fileName\":\"app.bin\",\"fileLocation\":{\"s3Location\":{\"bucket\":\"b\",\"key\":\"k\"}},\"codeSigning\":"
				+ "{\"customCodeSigning\":{\"hashAlgorithm\":\"SHA256\",\"signatureAlgorithm\":\"ECDSA\",\"certificateChain\":"
				+ "{\"certificateName\":\"ota_signer_pub\"},\"signature\":{\"inlineDocument\":\"TUVV\"}}}}]}";
		ObjectNode accepted = LocalApi.json(iot("POST", "/otaUpdates/up", body));
		assertEquals("CREATE_PENDING", accepted.path("otaUpdateStatus").asText());
		assertEquals("arn:aws:iot:us-west-2:123456789012:otaupdate/up", accepted.path("otaUpdateArn").asText());
		api.settle();
		JsonNode info = LocalApi.json(iot("GET", "/otaUpdates/up", "")).path("otaUpdateInfo");
		assertEquals("CREATE_FAILED", info.path("otaUpdateStatus").asText());
		assertEquals("AccessDeniedException", info.path("errorInfo").path("code").asText());
		assertEquals("{}", info.path("awsJobExecutionsRolloutConfig").toString());
		assertEquals("[\"MQTT\"]", info.path("protocols").toString());
		JsonNode signing = info.path("otaUpdateFiles").path(0).path("codeSigning");
		assertEquals("{}", signing.path("startSigningJobParameter").toString());
		assertEquals("TUVV", signing.path("customCodeSigning").path("signature").path("inlineDocument").asText());
		assertEquals(200, iot("DELETE", "/otaUpdates/up", "").statusCode());
	}

	@Test
	void anOtaUpdateWithoutSignatureOrPlaceIsInvalid() {
		String start = "{\"targets\":[\"t\"],\"roleArn\":\"" + ROLE + "\",\"files\":[{\"fileLocation\":";
		assertInvalid("/otaUpdates/u", start + "{\"s3Location\":{\"bucket\":\"b\",\"key\":\"k\"}}}]}", "files.codeSigning");
		assertInvalid("/otaUpdates/u", start + "{}}]}", "files.fileLocation.s3Location");
		assertInvalid("/otaUpdates/u", start + "{\"s3Location\":{\"bucket\":\"b\",\"key\":\"k\"}},\"codeSigning\":{"
				+ "\"startSigningJobParameter\":{}}}]}", "startSigningJobParameter.destination");
	}

	private void assertInvalid(String path, String body, String message) {
		assertInvalid("POST", path, body, message);
	}

	private void assertInvalid(String method, String path, String body, String message) {
		var reply = iot(method, path, body);
		assertEquals("400 InvalidRequestException", LocalApi.error(reply), LocalApi.text(reply));
		String found = LocalApi.json(reply).path("message").asText();
		assertTrue(found.contains(message), found);
	}

	private HttpResponse<byte[]> iot(String method, String path, String body) {
		return api.send("iot", method, path, body);
	}

	private HttpResponse<byte[]> data(String method, String path, String body) {
		return api.send("iot-jobs-data", method, path, body);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}
}
