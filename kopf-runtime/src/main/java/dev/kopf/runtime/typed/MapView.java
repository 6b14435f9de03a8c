package dev.kopf.runtime.typed;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map of plain values, seen as typed ones. */
final class MapView<T> extends AbstractMap<String, T> implements JsonBacked {

    private final Map<String, @Nullable Object> plain;
    private final Type<T> type;

    MapView(Map<String, @Nullable Object> plain, Type<T> type) {
        this.plain = plain;
        this.type = type;
    }

    @Override
    public @Nullable T get(@Nullable Object key) {
        return read(plain.get(key));
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return plain.containsKey(key);
    }

    @Override
    public Set<Entry<String, T>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, T>> iterator() {
                return plain.entrySet().stream().map(entry -> typed(entry)).iterator();
            }

            @Override
            public int size() {
                return plain.size();
            }
        };
    }

    @Override
    public @Nullable Object plain() {
        return plain;
    }

    /** The values as their type shows them. */
    @Override
    public String toString() {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        plain.forEach((key, value) -> shown.put(key, value == null ? null : type.shown(value)));
        return shown.toString();
    }

    @SuppressWarnings("NullAway") // a value that is null, or does not fit, reads as null (R14)
    private Entry<String, T> typed(Entry<String, @Nullable Object> entry) {
        return new SimpleImmutableEntry<>(entry.getKey(), read(entry.getValue()));
    }

    private @Nullable T read(@Nullable Object value) {
        return value == null ? null : type.read(value);
    }
}
