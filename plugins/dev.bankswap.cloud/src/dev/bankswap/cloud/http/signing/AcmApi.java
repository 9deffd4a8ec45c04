/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.signing;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.http.Api;
import dev.bankswap.cloud.http.Request;
import dev.bankswap.cloud.http.Response;
import dev.bankswap.cloud.http.rest.Json;
import dev.bankswap.cloud.http.rest.Members;
import dev.bankswap.cloud.http.rest.Page;
import dev.bankswap.cloud.http.rest.TextRule;
import dev.bankswap.cloud.service.AcmCertificate;
import dev.bankswap.cloud.service.CertificateManager;
import dev.bankswap.cloud.service.CloudServices;
import dev.bankswap.cloud.service.ServiceException;

/** The operations of ACM: a target header and JSON in, JSON out. */
public final class AcmApi implements Api {

	private static final String JSON = "application/x-amz-json-1.1";

	private static final String INVALID = "ValidationException";

	private static final String TARGET_PREFIX = "CertificateManager.";

	private static final String ARN = "CertificateArn";

	private static final TextRule ARN_RULE = TextRule.pattern(20, 2048,
			"arn:[\\w+=/,.@-]+:acm:[\\w+=/,.@-]*:[0-9]+:[\\w+=,.@-]+(/[\\w+=,.@-]+)*");

	private static final int MAX_PAGE = 1000;

	private final Map<String, Function<Members, ObjectNode>> operations = new HashMap<>();

	private final CertificateManager acm;

	/**
	 * Makes the API.
	 *
	 * @param services what is behind it
	 */
	public AcmApi(CloudServices services) {
		acm = services.acm();
		operations.put("ImportCertificate", this::importCertificate);
		operations.put("DescribeCertificate", this::describe);
		operations.put("GetCertificate", this::get);
		operations.put("ListCertificates", this::list);
		operations.put("DeleteCertificate", this::delete);
	}

	@Override
	public Response handle(Request request) {
		String target = request.header("x-amz-target").orElse("");
		String name = target.startsWith(TARGET_PREFIX) ? target.substring(TARGET_PREFIX.length()) : target;
		try {
			Function<Members, ObjectNode> operation = Optional.ofNullable(operations.get(name))
					.orElseThrow(() -> new ServiceException("UnknownOperationException", 501,
							"The local stand-in for ACM has no operation " + name + "."));
			ObjectNode input = Json.parse(request.body()).orElseThrow(
					() -> new ServiceException("SerializationException", 400, "The body is not a JSON structure."));
			return Response.text(200, JSON, operation.apply(new Members(input, INVALID)).toString());
		} catch (ServiceException e) {
			ObjectNode error = Json.object().put("__type", e.code()).put("message", e.getMessage());
			return Response.text(e.httpStatus() == 501 ? 501 : 400, JSON, error.toString()).with("x-amzn-ErrorType", e.code());
		}
	}

	private ObjectNode importCertificate(Members input) {
		byte[] certificate = blob(input, "Certificate", 32_768);
		byte[] privateKey = blob(input, "PrivateKey", 5120);
		byte[] chain = input.json().hasNonNull("CertificateChain") ? blob(input, "CertificateChain", 2 << 20) : new byte[0];
		Optional<String> arn = input.optionalText(ARN, ARN_RULE);
		AcmCertificate imported = arn.isPresent() ? acm.importCertificate(arn.get(), certificate, privateKey, chain)
				: acm.importCertificate(null, certificate, privateKey, chain);
		return Json.object().put(ARN, imported.arn());
	}

	private ObjectNode describe(Members input) {
		AcmCertificate certificate = acm.get(input.text(ARN, ARN_RULE));
		ObjectNode reply = Json.object();
		var x509 = certificate.certificate();
		ObjectNode json = summary(reply.putObject("Certificate"), certificate);
		json.put("Serial", HexFormat.ofDelimiter(":").formatHex(x509.getSerialNumber().toByteArray()))
				.put("Subject", x509.getSubjectX500Principal().getName())
				.put("Issuer", x509.getIssuerX500Principal().getName())
				.put("SignatureAlgorithm", x509.getSigAlgName().replace("with", "WITH"));
		json.putArray("InUseBy");
		return reply;
	}

	private ObjectNode get(Members input) {
		AcmCertificate certificate = acm.get(input.text(ARN, ARN_RULE));
		ObjectNode reply = Json.object().put("Certificate", certificate.pem());
		return certificate.chainPem().isEmpty() ? reply : reply.put("CertificateChain", certificate.chainPem());
	}

	private ObjectNode list(Members input) {
		int size = (int) input.optionalNumber("MaxItems", 1, MAX_PAGE).orElse(MAX_PAGE);
		Page<AcmCertificate> page = Page.of(acm.list(), size, input.optionalText("NextToken", TextRule.NOT_EMPTY), INVALID);
		ObjectNode reply = Json.object();
		ArrayNode list = reply.putArray("CertificateSummaryList");
		page.items().forEach(certificate -> summary(list.addObject(), certificate).put("InUse", false));
		page.next().ifPresent(token -> reply.put("NextToken", token));
		return reply;
	}

	private ObjectNode delete(Members input) {
		acm.delete(input.text(ARN, ARN_RULE));
		return Json.object();
	}

	private static ObjectNode summary(ObjectNode json, AcmCertificate certificate) {
		var x509 = certificate.certificate();
		return json.put(ARN, certificate.arn()).put("Status", "ISSUED").put("Type", "IMPORTED")
				.put("KeyAlgorithm", algorithm(x509.getPublicKey())).put("RenewalEligibility", "INELIGIBLE")
				.put("NotBefore", Json.time(x509.getNotBefore().toInstant()))
				.put("NotAfter", Json.time(x509.getNotAfter().toInstant()))
				.put("CreatedAt", Json.time(certificate.importedAt())).put("ImportedAt", Json.time(certificate.importedAt()));
	}

	private static String algorithm(PublicKey key) {
		if (key instanceof RSAPublicKey rsa) {
			return "RSA_" + rsa.getModulus().bitLength();
		}
		int bits = key instanceof ECPublicKey ec ? ec.getParams().getCurve().getField().getFieldSize() : 0;
		return bits == 256 ? "EC_prime256v1" : "EC_secp" + bits + "r1";
	}

	private static byte[] blob(Members input, String name, int max) {
		String text = input.text(name, TextRule.NOT_EMPTY);
		byte[] bytes;
		try {
			bytes = Base64.getDecoder().decode(text);
		} catch (IllegalArgumentException e) {
			throw new ServiceException("SerializationException", 400, "Member '" + name + "' is not Base64.");
		}
		if (bytes.length == 0 || bytes.length > max) {
			throw input.invalid("1 validation error detected: Value at '" + name
					+ "' failed to satisfy constraint: Member must have length between 1 and " + max);
		}
		return bytes;
	}
}
