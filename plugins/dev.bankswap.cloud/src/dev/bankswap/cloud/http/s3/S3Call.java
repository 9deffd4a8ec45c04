/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.s3;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import dev.bankswap.cloud.http.Request;
import dev.bankswap.cloud.service.ServiceException;

/**
 * A request to S3 with what it is about.
 *
 * @param request the request
 * @param bucket  the bucket, empty for the whole account
 * @param key     the object's key, empty for the bucket
 */
record S3Call(Request request, String bucket, String key) {

	/** With this end the bucket is part of the host name. */
	private static final String HOST_STYLE = ".localhost";

	static S3Call of(Request request) {
		String host = request.header("host").orElse("").toLowerCase(Locale.ROOT).replaceFirst(":[0-9]*$", "");
		String path = decode(request.rawPath().replaceFirst("^/", ""));
		if (host.endsWith(HOST_STYLE)) {
			return new S3Call(request, bucketOfHost(host), path);
		}
		int slash = path.indexOf('/');
		return slash < 0 ? new S3Call(request, path, "")
				: new S3Call(request, path.substring(0, slash), path.substring(slash + 1));
	}

	private static String bucketOfHost(String host) {
		String name = host.substring(0, host.length() - HOST_STYLE.length());
		return name.endsWith(".s3") ? name.substring(0, name.length() - ".s3".length()) : name;
	}

	/** Whether the address asks for a part of the resource, for instance {@code ?versioning}. */
	boolean has(String subresource) {
		return request.query().containsKey(subresource);
	}

	Optional<String> parameter(String name) {
		return request.parameter(name);
	}

	/** A whole number among the parameters. */
	int number(String name, int min, int max, int preset) {
		Optional<String> text = parameter(name);
		if (text.isEmpty()) {
			return preset;
		}
		if (!text.get().matches("[0-9]{1,9}") || Integer.parseInt(text.get()) < min) {
			throw new ServiceException("InvalidArgument", 400,
					"Argument " + name + " must be an integer between " + min + " and " + max);
		}
		return Math.min(Integer.parseInt(text.get()), max);
	}

	static String decode(String text) {
		try {
			return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
		} catch (IllegalArgumentException e) {
			throw new ServiceException("InvalidURI", 400, "Couldn't parse the specified URI.");
		}
	}
}
