/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's AWS command line, pointed at a local cloud. Called by its full path: a newer one may come first on the PATH. */
final class Aws {

	private static final Map<String, String> ENVIRONMENT = Map.of("AWS_ACCESS_KEY_ID", "AKIASANDBOX",
			"AWS_SECRET_ACCESS_KEY", "x", "AWS_DEFAULT_REGION", "us-west-2", "AWS_EC2_METADATA_DISABLED", "true", "AWS_PAGER",
			"", "AWS_MAX_ATTEMPTS", "1", "AWS_CONFIG_FILE", "/dev/null", "AWS_SHARED_CREDENTIALS_FILE", "/dev/null");

	private Aws() {
		// not to be instantiated
	}

	static Run run(int httpPort, String... arguments) {
		List<String> command = new ArrayList<>(
				List.of("/usr/bin/aws", "--endpoint-url", "http://127.0.0.1:" + httpPort, "--output", "json"));
		command.addAll(List.of(arguments));
		return Run.start(ENVIRONMENT, command.toArray(String[]::new));
	}

	/** Runs a command that must succeed and returns what it printed. */
	static String ok(int httpPort, String... arguments) {
		try (Run run = run(httpPort, arguments)) {
			if (run.exit(60) != 0) {
				throw new AssertionError("the AWS command line failed: " + run);
			}
			return run.out();
		}
	}
}
