/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.http.rest.Json;
import dev.bankswap.cloud.http.xml.XmlElement;
import dev.bankswap.cloud.service.TestServices;
import dev.bankswap.testing.NoErrorLogged;

/** STS, IAM, ACM and Signer. */
@ExtendWith(NoErrorLogged.class)
class OtherServicesTest {

	private static final String TRUST = "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"iot.amazonaws.com\"},"
			+ "\"Action\":\"sts:AssumeRole\"}]}";

	private final TestServices.Identity signer = TestServices.identity("signer");

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
	void theCallerIsSomebodyOfTheAccount() {
		XmlElement reply = LocalApi.xml(api.send("sts", "POST", "/", "Action=GetCallerIdentity&Version=2011-06-15"));
		assertEquals("GetCallerIdentityResponse", reply.name());
		assertEquals("123456789012",
				reply.child("GetCallerIdentityResult").orElseThrow().childText("Account").orElseThrow());
		assertTrue(reply.child("ResponseMetadata").orElseThrow().childText("RequestId").isPresent());
	}

	@Test
	void aRoleAndItsPolicies() {
		HttpResponse<byte[]> made = iam("CreateRole", "RoleName=ota", "AssumeRolePolicyDocument=" + encode(TRUST));
		XmlElement role = LocalApi.xml(made).child("CreateRoleResult").orElseThrow().child("Role").orElseThrow();
		assertEquals("arn:aws:iam::123456789012:role/ota", role.childText("Arn").orElseThrow());
		assertEquals(TRUST,
				URLDecoder.decode(role.childText("AssumeRolePolicyDocument").orElseThrow(), StandardCharsets.UTF_8));
		assertError(409, "EntityAlreadyExists", iam("CreateRole", "RoleName=ota", "AssumeRolePolicyDocument=" + encode(TRUST)));
		assertError(400, "MalformedPolicyDocument", iam("CreateRole", "RoleName=b", "AssumeRolePolicyDocument=%7B"));
		assertError(400, "ValidationError", iam("CreateRole", "RoleName=a%20b", "AssumeRolePolicyDocument=" + encode(TRUST)));
		assertError(400, "ValidationError", iam("CreateRole", "RoleName=c"));
		assertEquals(200, iam("AttachRolePolicy", "RoleName=ota", "PolicyArn=arn:aws:iam::aws:policy/Some").statusCode());
		assertError(404, "NoSuchEntity", iam("AttachRolePolicy", "RoleName=ota", "PolicyArn=" + "x".repeat(20)));
		assertError(409, "DeleteConflict", iam("DeleteRole", "RoleName=ota"));
		assertEquals(200, iam("DetachRolePolicy", "RoleName=ota", "PolicyArn=arn:aws:iam::aws:policy/Some").statusCode());
		assertEquals(200, iam("DeleteRole", "RoleName=ota").statusCode());
		assertError(404, "NoSuchEntity", iam("GetRole", "RoleName=ota"));
	}

	@Test
	void listsOfRolesComeInPages() {
		for (String name : new String[] { "a", "b", "c" }) {
			iam("CreateRole", "RoleName=" + name, "AssumeRolePolicyDocument=" + encode(TRUST));
		}
		XmlElement first = LocalApi.xml(iam("ListRoles", "MaxItems=2")).child("ListRolesResult").orElseThrow();
		assertEquals(2, first.child("Roles").orElseThrow().childrenNamed("member").size());
		assertEquals("true", first.childText("IsTruncated").orElseThrow());
		XmlElement second = LocalApi.xml(iam("ListRoles", "Marker=" + encode(first.childText("Marker").orElseThrow())))
				.child("ListRolesResult").orElseThrow();
		assertEquals(1, second.child("Roles").orElseThrow().childrenNamed("member").size());
	}

	@Test
	void anImportedKeyNeverComesBack() {
		String arn = importSigner();
		for (String operation : new String[] { "DescribeCertificate", "GetCertificate", "ListCertificates" }) {
			HttpResponse<byte[]> reply = api.acm(operation, "{\"CertificateArn\":\"" + arn + "\"}");
			assertEquals(200, reply.statusCode());
			assertFalse(LocalApi.text(reply).contains("PRIVATE"));
		}
		ObjectNode detail = LocalApi.json(api.acm("DescribeCertificate", "{\"CertificateArn\":\"" + arn + "\"}"));
		assertEquals("EC_prime256v1", detail.path("Certificate").path("KeyAlgorithm").asText());
		assertTrue(detail.path("Certificate").path("NotAfter").isNumber());
		assertEquals(200, api.acm("DeleteCertificate", "{\"CertificateArn\":\"" + arn + "\"}").statusCode());
		ObjectNode gone = LocalApi.json(api.acm("DescribeCertificate", "{\"CertificateArn\":\"" + arn + "\"}"));
		assertEquals("ResourceNotFoundException", gone.path("__type").asText());
		ObjectNode wrong = LocalApi.json(api.acm("ImportCertificate", "{\"Certificate\":\"AAAA\",\"PrivateKey\":\"AAAA\"}"));
		assertEquals("ValidationException", wrong.path("__type").asText());
	}

	@Test
	void aSigningProfileKeepsItsParameters() {
		String body = "{\"platformId\":\"AmazonFreeRTOS-Default\",\"signingMaterial\":{\"certificateArn\":\"" + importSigner()
				+ "\"},\"signingParameters\":{\"certname\":\"ota_signer_pub\"}}";
		ObjectNode first = LocalApi.json(api.send("signer", "PUT", "/signing-profiles/sp1", body));
		ObjectNode second = LocalApi.json(api.send("signer", "PUT", "/signing-profiles/sp1", body));
		assertEquals(10, first.path("profileVersion").asText().length());
		assertFalse(first.path("profileVersion").equals(second.path("profileVersion")), "each call makes a version");
		ObjectNode profile = LocalApi.json(api.send("signer", "GET", "/signing-profiles/sp1", ""));
		assertEquals("{\"certname\":\"ota_signer_pub\"}", profile.path("signingParameters").toString());
		assertEquals("400 ValidationException", LocalApi.error(api.send("signer", "PUT", "/signing-profiles/a-b", body)),
				"a hyphen is not allowed");
		api.send("signer", "DELETE", "/signing-profiles/sp1", "");
		assertEquals("Canceled",
				LocalApi.json(api.send("signer", "GET", "/signing-profiles/sp1", "")).path("status").asText());
		assertEquals(0, LocalApi.json(api.send("signer", "GET", "/signing-profiles", "")).path("profiles").size());
		assertEquals("404 ResourceNotFoundException", LocalApi.error(api.send("signer", "GET", "/signing-jobs/none", "")));
	}

	private String importSigner() {
		String body = Json.object().put("Certificate", base64(signer.pem())).put("PrivateKey", base64(LocalApi.pem(signer)))
				.toString();
		return LocalApi.json(api.acm("ImportCertificate", body)).path("CertificateArn").asText();
	}

	private HttpResponse<byte[]> iam(String action, String... fields) {
		return api.send("iam", "POST", "/", "Action=" + action + "&Version=2010-05-08&" + String.join("&", fields));
	}

	private static void assertError(int status, String code, HttpResponse<byte[]> reply) {
		assertEquals(status, reply.statusCode(), LocalApi.text(reply));
		assertEquals(code, LocalApi.xml(reply).child("Error").orElseThrow().childText("Code").orElseThrow());
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}
}
