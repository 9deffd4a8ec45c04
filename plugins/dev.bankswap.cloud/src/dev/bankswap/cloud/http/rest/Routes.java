/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which operation a method and a path mean. */
public final class Routes {

	private final List<Route> routes = new ArrayList<>();

	/** A path of which every segment is a word or a label in braces. */
	private record Route(String method, List<String> segments, Operation operation) {

		boolean matches(String wanted, List<String> path) {
			if (!method.equals(wanted) || path.size() != segments.size()) {
				return false;
			}
			for (int i = 0; i < path.size(); i++) {
				if (isLabel(segments.get(i)) ? path.get(i).isEmpty() : !segments.get(i).equals(path.get(i))) {
					return false;
				}
			}
			return true;
		}

		Map<String, String> labels(List<String> path) {
			Map<String, String> labels = new HashMap<>();
			for (int i = 0; i < path.size(); i++) {
				String segment = segments.get(i);
				if (isLabel(segment)) {
					labels.put(segment.substring(1, segment.length() - 1), path.get(i));
				}
			}
			return labels;
		}

		private static boolean isLabel(String segment) {
			return segment.startsWith("{");
		}
	}

	/**
	 * An operation with what its path says.
	 *
	 * @param operation the operation
	 * @param labels    the values of the labels
	 */
	record Match(Operation operation, Map<String, String> labels) {
	}

	/**
	 * Adds a route; the first one that fits is taken.
	 *
	 * @param method    the HTTP method
	 * @param template  the path with labels in braces, as the service model writes it
	 * @param operation what it means
	 * @return this
	 */
	public Routes add(String method, String template, Operation operation) {
		routes.add(new Route(method, split(template), operation));
		return this;
	}

	/**
	 * The routes as the service model writes them.
	 *
	 * @return method and path of each route
	 */
	public List<String> list() {
		return routes.stream().map(route -> route.method() + " /" + String.join("/", route.segments())).toList();
	}

	/** Finds the operation for a path as it was sent; a path with wrong escapes means nothing. */
	Optional<Match> find(String method, String rawPath) {
		List<String> path;
		try {
			path = split(rawPath).stream().map(Routes::decode).toList();
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
		return routes.stream().filter(route -> route.matches(method, path)).findFirst()
				.map(route -> new Match(route.operation(), route.labels(path)));
	}

	private static List<String> split(String path) {
		return List.of(path.substring(path.startsWith("/") ? 1 : 0).split("/", -1));
	}

	/** In a path a plus sign is a plus sign. */
	private static String decode(String segment) {
		return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
	}
}
