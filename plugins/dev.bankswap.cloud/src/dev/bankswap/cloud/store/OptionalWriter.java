/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.store;

import java.io.IOException;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

/**
 * An optional value as itself or null.
 */
@NonNullByDefault({})
final class OptionalWriter extends StdSerializer<Optional<?>> {

	private static final long serialVersionUID = 1L;

	OptionalWriter() {
		super(Optional.class, false);
	}

	@Override
	public void serialize(Optional<?> value, JsonGenerator out, SerializerProvider provider) throws IOException {
		provider.defaultSerializeValue(value.orElse(null), out);
	}
}
