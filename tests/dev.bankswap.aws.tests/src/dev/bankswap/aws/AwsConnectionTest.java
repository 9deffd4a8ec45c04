/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class AwsConnectionTest {
	private StubService service;
	private AwsConnection connection;

	@BeforeEach
	void open() throws IOException {
		service = new StubService();
		connection = AwsConnection.open(AwsAccount.local("us-west-2", service.uri()));
	}

	@AfterEach
	void close() throws IOException, InterruptedException {
		connection.close();
		service.close();
	}

	@Test
	void createsOnlyWhatIsMissing() throws CloudException {
		service.reply("POST /things/board1", 200, "", "{\"thingArn\":\"arn:new\"}");
		assertEquals(new Ensured<>("arn:new", true), connection.devices().ensureThing("board1"));
		service.reply("GET /things/board1", 200, "", "{\"thingArn\":\"arn:old\"}");
		assertEquals(new Ensured<>("arn:old", false), connection.devices().ensureThing("board1"));
		assertEquals(List.of("GET /things/board1", "POST /things/board1", "GET /things/board1"), service.requests);
	}

	@Test
	void activatesACertificateThatIsThere() throws CloudException {
		String id = SdkDeviceCloud.certificateId(new byte[] { 1 });
		service.reply("GET /certificates/" + id, 200, "",
				"{\"certificateDescription\":{\"certificateId\":\"" + id + "\",\"certificateArn\":\"arn:c\",\"status\":\"INACTIVE\"}}");
		service.reply("PUT /certificates/" + id + "?newStatus=ACTIVE", 200, "", "{}");
		assertEquals(new Ensured<>(new CloudCertificate(id, "arn:c", true), false), connection.devices().ensureCertificate(new byte[] { 1 }));
		assertEquals(2, service.requests.size());
	}

	@Test
	void tellsTheKindsOfRefusalApart() {
		Map<String, CloudProblem> kinds = Map.of("UnauthorizedException", CloudProblem.ACCESS_DENIED, "InvalidRequestException", CloudProblem.INVALID,
				"LimitExceededException", CloudProblem.LIMIT, "UnrecognizedClientException", CloudProblem.CREDENTIALS, "ResourceAlreadyExistsException",
				CloudProblem.CONFLICT);
		kinds.forEach((type, expected) -> {
			service.reply("GET /things/board1", type.startsWith("Unauth") ? 401 : type.startsWith("Limit") ? 410 : 400, type, "{\"message\":\"said so\"}");
			CloudException e = assertThrows(CloudException.class, () -> connection.devices().findThing("board1"));
			assertEquals(expected, e.problem());
			assertEquals(type, e.code());
			assertTrue(e.getMessage().startsWith("iot DescribeThing was refused: " + type + " – said so"), e.getMessage());
		});
	}

	@Test
	void reportsTheReasonOfAFailedUpdate() throws CloudException {
		service.reply("GET /otaUpdates/u1", 200, "",
				"{\"otaUpdateInfo\":{\"otaUpdateId\":\"u1\",\"otaUpdateStatus\":\"CREATE_FAILED\",\"errorInfo\":{\"code\":\"AccessDeniedException\",\"message\":\"no\"}}}");
		OtaUpdateStatus status = connection.ota().update("u1");
		assertTrue(status.failed());
		assertEquals("AccessDeniedException", status.errorCode());
		assertEquals(Optional.empty(), connection.ota().execution("board1", "AFR_OTA-u1"));
	}

	@Test
	void saysThatAServiceCannotBeReached() throws IOException {
		int free;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			free = socket.getLocalPort();
		}
		try (AwsConnection nowhere = AwsConnection.open(AwsAccount.local("us-west-2", URI.create("http://127.0.0.1:" + free)))) {
			assertEquals(CloudProblem.UNREACHABLE, assertThrows(CloudException.class, () -> nowhere.devices().endpointHost()).problem());
		}
	}

	@Test
	void saysThatAProfileIsMissing() {
		AwsAccount account = new AwsAccount("us-west-2", Optional.of(service.uri()), new AwsCredentials.Profile("no-such-profile-anywhere"));
		CloudException e = assertThrows(CloudException.class, () -> {
			try (AwsConnection other = AwsConnection.open(account)) {
				other.devices().callerAccount();
			}
		});
		assertEquals(CloudProblem.CREDENTIALS, e.problem());
	}

	@Test
	void showsNoSecret() {
		AwsAccount account = new AwsAccount("us-west-2", Optional.empty(), new AwsCredentials.Static("AKIAX", "hush", Optional.of("token")));
		assertFalse(account.toString().contains("hush") || account.toString().contains("token"), account.toString());
	}

	@Test
	void allowsABucketOfAnotherNameExplicitly() {
		assertFalse(ServiceRole.inlinePolicy("arn:r", "afr-ota-1-us-west-2").contains("s3:"));
		assertTrue(ServiceRole.inlinePolicy("arn:r", "mine").contains("\"arn:aws:s3:::mine/*\""));
	}
}
