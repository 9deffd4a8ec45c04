/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.store;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.h2.mvstore.MVMap;

/**
 * A map in memory that writes every change through.
 *
 * @param <V> the type of its values
 */
@NonNullByDefault({})
final class Table<V> extends AbstractMap<String, V> {

	private final Map<String, V> values;

	private final Optional<MVMap<String, byte[]>> stored;

	private final StateCodec codec;

	/** Place of each key, kept when its value changes. */
	private final Map<String, Long> places = new HashMap<>();

	private long nextPlace;

	Table(Map<String, V> empty, Optional<MVMap<String, byte[]>> stored, StateCodec codec, Class<V> type) {
		this.values = empty;
		this.stored = stored;
		this.codec = codec;
		stored.ifPresent(map -> load(map, type));
	}

	private void load(MVMap<String, byte[]> map, Class<V> type) {
		map.forEach((key, bytes) -> places.put(key, StateCodec.place(bytes)));
		List<String> keys = new ArrayList<>(places.keySet());
		keys.sort((a, b) -> Long.compare(places.get(a), places.get(b)));
		keys.forEach(key -> values.put(key, codec.read(map.get(key), type)));
		nextPlace = keys.isEmpty() ? 0 : places.get(keys.get(keys.size() - 1)) + 1;
	}

	@Override
	public V put(String key, V value) {
		stored.ifPresent(map -> map.put(key, codec.write(places.computeIfAbsent(key, added -> nextPlace++), value)));
		return values.put(key, value);
	}

	@Override
	public V remove(Object key) {
		if (values.containsKey(key)) {
			forget((String) key);
		}
		return values.remove(key);
	}

	@Override
	public V get(Object key) {
		return values.get(key);
	}

	@Override
	public boolean containsKey(Object key) {
		return values.containsKey(key);
	}

	private void forget(String key) {
		stored.ifPresent(map -> map.remove(key));
		places.remove(key);
	}

	@Override
	public Set<Map.Entry<String, V>> entrySet() {
		return new AbstractSet<>() {
			@Override
			public Iterator<Map.Entry<String, V>> iterator() {
				return new Entries(values.entrySet().iterator());
			}

			@Override
			public int size() {
				return values.size();
			}
		};
	}

	/** Hands out entries that cannot be changed, and removes from the file, too. */
	private final class Entries implements Iterator<Map.Entry<String, V>> {

		private final Iterator<Map.Entry<String, V>> inner;

		private String last = "";

		Entries(Iterator<Map.Entry<String, V>> inner) {
			this.inner = inner;
		}

		@Override
		public boolean hasNext() {
			return inner.hasNext();
		}

		@Override
		public Map.Entry<String, V> next() {
			Map.Entry<String, V> entry = inner.next();
			last = entry.getKey();
			return Map.entry(last, entry.getValue());
		}

		@Override
		public void remove() {
			inner.remove();
			forget(last);
		}
	}
}
