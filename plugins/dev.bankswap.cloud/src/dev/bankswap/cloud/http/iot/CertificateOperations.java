/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.iot;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.http.rest.Json;
import dev.bankswap.cloud.http.rest.Members;
import dev.bankswap.cloud.http.rest.Page;
import dev.bankswap.cloud.http.rest.RestCall;
import dev.bankswap.cloud.http.rest.Routes;
import dev.bankswap.cloud.service.Certificate;
import dev.bankswap.cloud.service.CertificateRegistry;
import dev.bankswap.cloud.service.CertificateStatus;
import dev.bankswap.cloud.service.CloudServices;
import dev.bankswap.cloud.service.PemReader;
import dev.bankswap.cloud.service.ServiceException;

/** The certificates of devices. */
final class CertificateOperations {

	private static final String ID = "certificateId";

	private static final String ARN = "certificateArn";

	private final CertificateRegistry certificates;

	private final String accountId;

	CertificateOperations(CloudServices services) {
		this.certificates = services.certificates();
		this.accountId = services.accountId();
	}

	void addTo(Routes routes) {
		routes.add("POST", "/certificate/register-no-ca", this::register).add("POST", "/certificates", this::createFromCsr)
				.add("GET", "/certificates", this::list).add("GET", "/certificates/{certificateId}", this::describe)
				.add("PUT", "/certificates/{certificateId}", this::update)
				.add("DELETE", "/certificates/{certificateId}", this::delete);
	}

	private ObjectNode register(RestCall call) {
		Members body = call.body();
		String pem = body.text("certificatePem", Shapes.CERTIFICATE_PEM);
		CertificateStatus status = body.optionalText("status", Shapes.CERTIFICATE_STATUS)
				.map(CertificateOperations::status).orElse(CertificateStatus.INACTIVE);
		Certificate certificate = certificates.registerWithoutCa(pem, status);
		return Json.object().put(ARN, certificate.arn()).put(ID, certificate.id());
	}

	private ObjectNode createFromCsr(RestCall call) {
		Certificate certificate = certificates.createFromCsr(
				call.body().text("certificateSigningRequest", Shapes.CSR), call.flag("setAsActive"));
		return Json.object().put(ARN, certificate.arn()).put(ID, certificate.id()).put("certificatePem", certificate.pem());
	}

	private ObjectNode list(RestCall call) {
		Page<Certificate> page = call.page(certificates.list(), "pageSize", "marker", Shapes.MAX_PAGE);
		ObjectNode reply = Json.object();
		ArrayNode list = reply.putArray("certificates");
		for (Certificate certificate : page.items()) {
			list.addObject().put(ARN, certificate.arn()).put(ID, certificate.id())
					.put("status", certificate.status().name()).put("certificateMode", "SNI_ONLY")
					.put("creationDate", Json.time(certificate.created()));
		}
		page.next().ifPresent(token -> reply.put("nextMarker", token));
		return reply;
	}

	private ObjectNode describe(RestCall call) {
		Certificate certificate = certificates.get(id(call));
		ObjectNode reply = Json.object();
		ObjectNode description = reply.putObject("certificateDescription");
		description.put(ARN, certificate.arn()).put(ID, certificate.id()).put("status", certificate.status().name())
				.put("certificatePem", certificate.pem()).put("ownedBy", accountId)
				.put("creationDate", Json.time(certificate.created()))
				.put("lastModifiedDate", Json.time(certificate.created())).put("customerVersion", 1)
				.put("certificateMode", "SNI_ONLY");
		PemReader.certificate(certificate.pem().getBytes(StandardCharsets.US_ASCII))
				.ifPresent(x509 -> putValidity(description.putObject("validity"), x509));
		return reply;
	}

	private static void putValidity(ObjectNode json, X509Certificate certificate) {
		json.put("notBefore", Json.time(certificate.getNotBefore().toInstant())).put("notAfter",
				Json.time(certificate.getNotAfter().toInstant()));
	}

	private ObjectNode update(RestCall call) {
		String wanted = call.parameter("newStatus", Shapes.CERTIFICATE_STATUS)
				.orElseThrow(() -> ServiceException.invalid("1 validation error detected: Value null at 'newStatus' failed to "
						+ "satisfy constraint: Member must not be null"));
		certificates.updateStatus(id(call), status(wanted));
		return Json.object();
	}

	private ObjectNode delete(RestCall call) {
		certificates.delete(id(call), call.flag("forceDelete"));
		return Json.object();
	}

	private static String id(RestCall call) {
		return call.label(ID, Shapes.CERTIFICATE_ID).toLowerCase(Locale.ROOT);
	}

	/** The other states of the model belong to the registration through a CA or to transfers. */
	private static CertificateStatus status(String name) {
		return switch (name) {
		case "ACTIVE" -> CertificateStatus.ACTIVE;
		case "INACTIVE" -> CertificateStatus.INACTIVE;
		case "REVOKED" -> CertificateStatus.REVOKED;
		default -> throw ServiceException.invalid("Certificate status " + name + " cannot be set.");
		};
	}
}
