/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.iot;

import java.net.URI;
import java.util.Optional;

import dev.bankswap.cloud.service.S3Location;

/** The address of a job document in S3, with the bucket in the path or in the host name. */
final class DocumentSource {

	private static final String PATH_STYLE = "s3[.-].*|localhost|127\\..*";

	private DocumentSource() {
	}

	static Optional<S3Location> parse(String address) {
		URI uri;
		try {
			uri = URI.create(address);
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
		String host = uri.getHost();
		String path = uri.getPath();
		if (host == null || path == null || path.length() < 2) {
			return Optional.empty();
		}
		if (!host.matches(PATH_STYLE)) {
			return Optional.of(new S3Location(host.substring(0, Math.max(host.indexOf('.'), 0)), path.substring(1), null));
		}
		int slash = path.indexOf('/', 1);
		return slash < 0 ? Optional.empty()
				: Optional.of(new S3Location(path.substring(1, slash), path.substring(slash + 1), null));
	}
}
