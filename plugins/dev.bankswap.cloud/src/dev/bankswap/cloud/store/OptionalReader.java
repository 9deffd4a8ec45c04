/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.store;

import java.io.IOException;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads what {@link OptionalWriter} wrote.
 */
@NonNullByDefault({})
final class OptionalReader extends StdDeserializer<Optional<?>> implements ContextualDeserializer {

	private static final long serialVersionUID = 1L;

	private final transient JavaType content;

	OptionalReader() {
		this(null);
	}

	private OptionalReader(JavaType content) {
		super(Optional.class);
		this.content = content;
	}

	@Override
	public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
		JavaType type = property == null ? context.getContextualType() : property.getType();
		return new OptionalReader(type.containedTypeOrUnknown(0));
	}

	@Override
	public Optional<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
		return Optional.of(context.<Object>readValue(in, content));
	}

	@Override
	public Optional<?> getNullValue(DeserializationContext context) {
		return Optional.empty();
	}

	@Override
	public Object getAbsentValue(DeserializationContext context) {
		return Optional.empty();
	}
}
