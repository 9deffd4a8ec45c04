/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The device certificates of the account. Whether a device may connect is decided here, not by a chain of signatures.
 */
public final class CertificateRegistry {

	private final CloudServices services;

	private final DeviceCertificateIssuer issuer;

	private final Map<String, Certificate> certificates;

	CertificateRegistry(CloudServices services) {
		this.services = services;
		this.certificates = services.state().table("certificates", Certificate.class);
		this.issuer = new DeviceCertificateIssuer(services.clock());
	}

	/**
	 * Registers a certificate whose issuer is unknown, typically a self-signed one.
	 *
	 * @param pem the certificate as PEM text
	 * @param status its first status
	 * @return the registration
	 * @throws ServiceException if it is registered already, or is no certificate
	 */
	public Certificate registerWithoutCa(String pem, CertificateStatus status) {
		X509Certificate parsed = Pem.certificate(pem);
		String id = Pem.certificateId(parsed);
		synchronized (services.lock()) {
			if (certificates.containsKey(id)) {
				throw ServiceException.alreadyExists("The certificate is already registered. " + services.arns().cert(id));
			}
			return add(id, Pem.encode(parsed), status);
		}
	}

	/**
	 * Issues and registers a certificate for somebody who has the private key.
	 *
	 * @param csrPem the signing request as PEM text
	 * @param active whether it may be used at once
	 * @return the registration
	 * @throws ServiceException if the request is malformed or its signature is wrong
	 */
	public Certificate createFromCsr(String csrPem, boolean active) {
		X509Certificate issued = issuer.issue(csrPem);
		synchronized (services.lock()) {
			return add(Pem.certificateId(issued), Pem.encode(issued), active ? CertificateStatus.ACTIVE : CertificateStatus.INACTIVE);
		}
	}

	/**
	 * Looks a certificate up.
	 *
	 * @param id certificate id
	 * @return the registration
	 * @throws ServiceException if there is none
	 */
	public Certificate get(String id) {
		synchronized (services.lock()) {
			return Optional.ofNullable(certificates.get(id)).orElseThrow(() -> ServiceException.notFound("The certificate given does not exist: " + id));
		}
	}

	/**
	 * Looks up what a device presents.
	 *
	 * @param der DER encoding of the presented certificate
	 * @return the registration, if there is any
	 */
	public Optional<Certificate> byDer(byte[] der) {
		synchronized (services.lock()) {
			return Optional.ofNullable(certificates.get(Pem.sha256(der)));
		}
	}

	/**
	 * All certificates, in the order of their registration.
	 *
	 * @return a copy
	 */
	public List<Certificate> list() {
		synchronized (services.lock()) {
			return List.copyOf(certificates.values());
		}
	}

	/**
	 * Changes what a certificate may be used for. Connections that use it are ended when it is no longer active.
	 *
	 * @param id certificate id
	 * @param status the new status
	 * @throws ServiceException if there is no such certificate
	 */
	public void updateStatus(String id, CertificateStatus status) {
		synchronized (services.lock()) {
			certificates.put(id, get(id).withStatus(status));
			if (status != CertificateStatus.ACTIVE) {
				services.events().certificateDisabled(id);
			}
		}
	}

	/**
	 * Deletes a certificate.
	 *
	 * @param id certificate id
	 * @param force also when policies are attached to it
	 * @throws ServiceException if there is none, it is active, or still in use
	 */
	public void delete(String id, boolean force) {
		synchronized (services.lock()) {
			Certificate certificate = get(id);
			if (certificate.status() == CertificateStatus.ACTIVE) {
				throw new ServiceException("CertificateStateException", 406,
						"Certificate must be deactivated (not ACTIVE) before deletion. " + certificate.arn());
			}
			if (!services.things().thingsOf(certificate.arn()).isEmpty()) {
				throw ServiceException.deleteConflict("Things must be detached before deletion (arn: " + certificate.arn() + ")");
			}
			List<Policy> attached = services.policies().attachedTo(certificate.arn());
			if (!attached.isEmpty() && !force) {
				throw ServiceException.deleteConflict("Certificate policies must be detached before deletion (arn: "
						+ certificate.arn() + ")");
			}
			attached.forEach(policy -> services.policies().detach(policy.name(), certificate.arn()));
			certificates.remove(id);
		}
	}

	Certificate getByArn(String arn) {
		Certificate certificate = get(services.arns().resourceName(arn));
		if (!certificate.arn().equals(arn)) {
			throw ServiceException.notFound("The certificate given does not exist: " + arn);
		}
		return certificate;
	}

	private Certificate add(String id, String pem, CertificateStatus status) {
		Certificate certificate = new Certificate(id, services.arns().cert(id), pem, status, services.clock().instant());
		certificates.put(id, certificate);
		return certificate;
	}
}
