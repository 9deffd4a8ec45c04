/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out which service a request is meant for: the only place where all AWS clients say it is the signature's scope. */
final class CredentialScope {

	/** access key / date / region / service / aws4_request. */
	private static final Pattern CREDENTIAL = Pattern.compile("[^/\\s]{1,256}/[0-9]{8}/[a-z0-9-]{1,64}/([a-z0-9-]{1,64})/aws4_request");

	private static final Pattern HEADER = Pattern.compile("AWS4-[A-Z0-9-]{1,40}\\s.{0,16}?Credential=([^,\\s]{1,512}).*");

	private CredentialScope() {
	}

	/** The signing name of the service, from the authorisation header or from a presigned address. */
	static Optional<String> service(Request request) {
		return request.header("authorization").flatMap(CredentialScope::fromHeader)
				.or(() -> request.parameter("X-Amz-Credential")).flatMap(CredentialScope::fromCredential);
	}

	private static Optional<String> fromHeader(String authorization) {
		Matcher matcher = HEADER.matcher(authorization);
		return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	private static Optional<String> fromCredential(String credential) {
		Matcher matcher = CREDENTIAL.matcher(credential);
		return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
	}
}
