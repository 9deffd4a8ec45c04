/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;

/**
 * Records as bytes: eight bytes with the place in the table, then CBOR.
 */
final class StateCodec {

	private final ObjectMapper mapper;

	/** Gives the implementations of a sealed interface their names. */
	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@type")
	private interface Tagged {
	}

	StateCodec(Class<?>... sealedTypes) {
		SimpleModule module = new SimpleModule().addSerializer(Instant.class, new InstantWriter())
				.addDeserializer(Instant.class, new InstantReader()).addSerializer(new OptionalWriter())
				.addDeserializer(Optional.class, new OptionalReader());
		mapper = CBORMapper.builder(new CBORFactory()).addModule(module)
				.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
				.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
				.visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
				.visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
				.visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY).build();
		for (Class<?> type : sealedTypes) {
			mapper.addMixIn(type, Tagged.class);
			mapper.registerSubtypes(type.getPermittedSubclasses());
		}
	}

	byte[] write(long place, Object value) {
		try {
			byte[] content = mapper.writeValueAsBytes(value);
			return ByteBuffer.allocate(Long.BYTES + content.length).putLong(place).put(content).array();
		} catch (JsonProcessingException e) {
			throw new UncheckedIOException(e);
		}
	}

	static long place(byte[] bytes) {
		return ByteBuffer.wrap(bytes).getLong();
	}

	<V> V read(byte[] bytes, Class<V> type) {
		try {
			return mapper.readValue(bytes, Long.BYTES, bytes.length - Long.BYTES, type);
		} catch (IOException e) {
			throw new UncheckedIOException("No " + type.getSimpleName(), e);
		}
	}

	/** Times with all their digits. */
	@NonNullByDefault({})
	private static final class InstantWriter extends StdScalarSerializer<Instant> {

		private static final long serialVersionUID = 1L;

		InstantWriter() {
			super(Instant.class);
		}

		@Override
		public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
			out.writeString(value.toString());
		}
	}

	/** Reads what {@link InstantWriter} wrote. */
	@NonNullByDefault({})
	private static final class InstantReader extends StdScalarDeserializer<Instant> {

		private static final long serialVersionUID = 1L;

		InstantReader() {
			super(Instant.class);
		}

		@Override
		public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
			return Instant.parse(in.getText());
		}
	}
}
