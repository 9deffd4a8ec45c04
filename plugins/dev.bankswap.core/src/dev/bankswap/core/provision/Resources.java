/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the files that lie beside the classes of this package. */
final class Resources {
	private Resources() {
	}

	static String text(String name) throws IOException {
		try (InputStream in = Resources.class.getResourceAsStream(name)) {
			if (in == null) {
				throw new FileNotFoundException(name);
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}
}
