/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.acm.model.KeyAlgorithm;
import software.amazon.awssdk.services.signer.SignerClient;
import software.amazon.awssdk.services.signer.model.GetSigningProfileResponse;

/** The code-signing certificate in the certificate manager and the signing profile that uses it: the seed's way to sign. */
final class SigningMaterial {
	private static final String PLATFORM = "AmazonFreeRTOS-Default";
	private static final String LABEL = "certname";

	private final SdkClients clients;

	SigningMaterial(SdkClients clients) {
		this.clients = clients;
	}

	private AcmClient acm() {
		return clients.acm();
	}

	private SignerClient signer() {
		return clients.signer();
	}

	Ensured<String> ensureCertificate(String certificatePem, String privateKeyPem) throws CloudException {
		for (String arn : elliptic()) {
			Optional<String> pem = Calls.find("acm", "GetCertificate", () -> acm().getCertificate(b -> b.certificateArn(arn)).certificate());
			if (pem.isPresent() && body(pem.get()).equals(body(certificatePem))) {
				return new Ensured<>(arn, false);
			}
		}
		String arn = Calls.call("acm", "ImportCertificate", () -> acm().importCertificate(
				b -> b.certificate(SdkBytes.fromUtf8String(certificatePem)).privateKey(SdkBytes.fromUtf8String(privateKeyPem))).certificateArn());
		return new Ensured<>(arn, true);
	}

	/** Certificates with a P-256 key; they are only listed when they are asked for. */
	private List<String> elliptic() throws CloudException {
		return Calls.call("acm", "ListCertificates",
				() -> acm().listCertificatesPaginator(b -> b.includes(f -> f.keyTypes(KeyAlgorithm.EC_PRIME256_V1))).certificateSummaryList()
						.stream().map(CertificateSummary::certificateArn).toList());
	}

	private static String body(String pem) {
		return pem.replaceAll("\\s+", "");
	}

	Ensured<String> ensureProfile(String profile, String certificateArn, String labelOnDevice) throws CloudException {
		Optional<GetSigningProfileResponse> found = Calls.find("signer", "GetSigningProfile",
				() -> signer().getSigningProfile(b -> b.profileName(profile)));
		if (found.isPresent() && fits(found.get(), certificateArn, labelOnDevice)) {
			return new Ensured<>(profile, false);
		}
		// putting a profile that exists makes a new version of it
		Calls.call("signer", "PutSigningProfile",
				() -> signer().putSigningProfile(b -> b.profileName(profile).signingMaterial(m -> m.certificateArn(certificateArn))
						.platformId(PLATFORM).signingParameters(Map.of(LABEL, labelOnDevice))));
		return new Ensured<>(profile, found.isEmpty());
	}

	private static boolean fits(GetSigningProfileResponse found, String certificateArn, String labelOnDevice) {
		return found.signingMaterial() != null && certificateArn.equals(found.signingMaterial().certificateArn()) && found.hasSigningParameters()
				&& labelOnDevice.equals(found.signingParameters().get(LABEL)) && "Active".equals(found.statusAsString());
	}
}
