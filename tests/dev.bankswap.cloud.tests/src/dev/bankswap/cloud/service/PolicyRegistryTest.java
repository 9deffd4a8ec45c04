/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class PolicyRegistryTest {

	private static final String ARN = "arn:aws:iot:us-west-2:123456789012:";

	private static final ConnectionContext BOARD = new ConnectionContext("board", "c1", Optional.of("board"));

	private final TestServices cloud = new TestServices();

	@AfterEach
	void close() {
		cloud.close();
	}

	private static PolicyDocument.Decision decide(String statements, ConnectionContext connection, String action, String resource) {
		return PolicyDocument.parse("{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}").decide(connection, action,
				ARN + resource);
	}

	private static String statement(String effect, String action, String resource) {
		return "{\"Effect\":\"" + effect + "\",\"Action\":\"" + action + "\",\"Resource\":\"" + ARN + resource + "\"}";
	}

	@ParameterizedTest
	@CsvSource({
			// the pattern of action and resource, then what is asked, then the decision
			"iot:*,          *,                          iot:Publish,   topic/a,          ALLOWED",
			"iot:Publish,    topic/a,                    iot:Publish,   topic/a,          ALLOWED",
			"IOT:publish,    topic/a,                    iot:Publish,   topic/a,          ALLOWED",
			"iot:Publish,    topic/a,                    iot:Receive,   topic/a,          NOT_MENTIONED",
			"iot:Publish,    topic/a,                    iot:Publish,   topic/ab,         NOT_MENTIONED",
			"iot:Publish,    topic/a*,                   iot:Publish,   topic/a/b/c,      ALLOWED",
			"iot:Publish,    topic/*/c,                  iot:Publish,   topic/a/b/c,      ALLOWED",
			"iot:Publish,    topic/*/c,                  iot:Publish,   topic/a/b/d,      NOT_MENTIONED",
			"iot:Publish,    topic/a?c,                  iot:Publish,   topic/abc,        ALLOWED",
			"iot:Publish,    topic/a?c,                  iot:Publish,   topic/ac,         NOT_MENTIONED",
			"iot:Publish,    topic/*a*b*,                iot:Publish,   topic/xxaxbxa,    ALLOWED",
			"iot:Subscribe,  topicfilter/+/x,            iot:Subscribe, topicfilter/a/x,  NOT_MENTIONED",
			"iot:Subscribe,  topicfilter/+/x,            iot:Subscribe, topicfilter/+/x,  ALLOWED",
			"iot:Subscribe,  topicfilter/#,              iot:Subscribe, topicfilter/a,    NOT_MENTIONED",
			"iot:Connect,    client/${iot:ClientId},     iot:Connect,   client/board,     ALLOWED",
			"iot:Connect,    client/${iot:ClientId},     iot:Connect,   client/other,     NOT_MENTIONED",
			"iot:Publish, topic/${iot:Connection.Thing.ThingName}/*, iot:Publish, topic/board/t, ALLOWED",
			"iot:Publish, topic/${iot:Connection.Thing.ThingName}/*, iot:Publish, topic/other/t, NOT_MENTIONED",
			"iot:Publish,    topic/${iot:Unknown},       iot:Publish,   topic/,           NOT_MENTIONED",
			"iot:Publish,    topic/${*},                 iot:Publish,   topic/abc,        NOT_MENTIONED",
			"iot:Publish,    topic/${,                   iot:Publish,   topic/${,         ALLOWED" })
	void aStatementFitsActionAndResource(String action, String pattern, String asked, String resource, String decision) {
		String allow = "*".equals(pattern) ? statement("Allow", action, pattern).replace(ARN, "") : statement("Allow", action, pattern);
		assertEquals(decision, decide(allow, BOARD, asked, resource).name());
	}

	@Test
	void wildcardsInAClientIdAreOrdinaryCharacters() {
		ConnectionContext sly = new ConnectionContext("*", "c1", Optional.empty());
		String own = statement("Allow", "iot:Publish", "topic/${iot:ClientId}");

		assertEquals(PolicyDocument.Decision.NOT_MENTIONED, decide(own, sly, "iot:Publish", "topic/board"));
		assertEquals(PolicyDocument.Decision.ALLOWED, decide(own, sly, "iot:Publish", "topic/*"));
	}

	@Test
	void anUnresolvableVariableMakesADenialFit() {
		ConnectionContext unattached = new ConnectionContext("board", "c1", Optional.empty());
		String statements = statement("Allow", "iot:*", "*") + ","
				+ statement("Deny", "iot:Publish", "topic/${iot:Connection.Thing.ThingName}");

		assertEquals(PolicyDocument.Decision.DENIED, decide(statements, unattached, "iot:Publish", "topic/a"));
	}

	@Test
	void denyBeatsAllowInAnyOrder() {
		String allow = statement("Allow", "iot:*", "*");
		String deny = statement("Deny", "iot:Publish", "topic/secret/*");

		assertEquals(PolicyDocument.Decision.DENIED, decide(allow + "," + deny, BOARD, "iot:Publish", "topic/secret/a"));
		assertEquals(PolicyDocument.Decision.DENIED, decide(deny + "," + allow, BOARD, "iot:Publish", "topic/secret/a"));
		assertEquals(PolicyDocument.Decision.ALLOWED, decide(deny + "," + allow, BOARD, "iot:Publish", "topic/open"));
	}

	@Test
	void aConditionMustHold() {
		String attachedOnly = "{\"Effect\":\"Allow\",\"Action\":[\"iot:Connect\"],\"Resource\":[\"*\"],"
				+ "\"Condition\":{\"Bool\":{\"iot:Connection.Thing.IsAttached\":[\"true\"]}}}";
		String unknown = attachedOnly.replace("Bool", "NumericEquals");

		assertEquals(PolicyDocument.Decision.ALLOWED, decide(attachedOnly, BOARD, "iot:Connect", "client/board"));
		assertEquals(PolicyDocument.Decision.NOT_MENTIONED,
				decide(attachedOnly, new ConnectionContext("board", "c1", Optional.empty()), "iot:Connect", "client/board"));
		assertEquals(PolicyDocument.Decision.NOT_MENTIONED, decide(unknown, BOARD, "iot:Connect", "client/board"));
		assertEquals(PolicyDocument.Decision.DENIED, decide(unknown.replace("Allow", "Deny"), BOARD, "iot:Connect", "client/board"));
	}

	@Test
	void aDenialInOnePolicyBeatsTheOtherPolicies() {
		Certificate certificate = cloud.device("board", TestServices.identity("board"));
		ConnectionContext connection = new ConnectionContext("board", certificate.id(), Optional.of("board"));
		assertTrue(cloud.services.policies().allows(connection, "iot:Publish", ARN + "topic/a"));
		long before = cloud.services.policies().revision();

		cloud.services.policies().create("no", "{\"Version\":\"2012-10-17\",\"Statement\":[" + statement("Deny", "iot:Publish", "topic/a") + "]}");
		cloud.services.policies().attach("no", certificate.arn());

		assertFalse(cloud.services.policies().allows(connection, "iot:Publish", ARN + "topic/a"));
		assertTrue(cloud.services.policies().allows(connection, "iot:Publish", ARN + "topic/b"));
		assertTrue(cloud.services.policies().revision() > before);
	}

	@Test
	void aCertificateWithoutPolicyMayNothing() {
		assertFalse(cloud.services.policies().allows(BOARD, "iot:Connect", ARN + "client/board"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "{}", "{\"Version\":\"2012-10-17\"}", "{\"Version\":\"2013-01-01\",\"Statement\":[]}",
			"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Perhaps\",\"Action\":\"a\",\"Resource\":\"b\"}]}",
			"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Resource\":\"b\"}]}",
			"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"a\",\"Resource\":[]}]}",
			"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"a\",\"Resource\":\"b\",\"Resorce\":\"b\"}]}",
			"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"a\",\"Resource\":\"b\",\"Condition\":1}]}" })
	void aMalformedDocumentIsRefused(String document) {
		ServiceException refusal = assertThrows(ServiceException.class, () -> cloud.services.policies().create("p", document));

		assertEquals("MalformedPolicyException", refusal.code());
	}

	@Test
	void mutatedDocumentsAreTakenOrRefusedButNeverBreakTheParser() {
		Random random = new Random(5);
		for (int i = 0; i < 3000; i++) {
			StringBuilder text = new StringBuilder(TestServices.ALLOW_ALL);
			for (int n = random.nextInt(5); n >= 0; n--) {
				text.setCharAt(random.nextInt(text.length()), "{}[]\",:*? aA0".charAt(random.nextInt(13)));
			}
			try {
				PolicyDocument.parse(text.toString()).decide(BOARD, "iot:Publish", "x");
			} catch (ServiceException expected) {
				assertEquals("MalformedPolicyException", expected.code());
			}
		}
	}

	@Test
	void anAttachedPolicyCannotBeDeleted() {
		Certificate certificate = cloud.device("board", TestServices.identity("board"));

		assertEquals("DeleteConflictException",
				assertThrows(ServiceException.class, () -> cloud.services.policies().delete("policy-board")).code());
		cloud.services.policies().detach("policy-board", certificate.arn());
		cloud.services.policies().delete("policy-board");
		assertTrue(cloud.services.policies().list().isEmpty());
	}
}
