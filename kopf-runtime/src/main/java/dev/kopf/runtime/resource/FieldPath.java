package dev.kopf.runtime.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path of keys into an object, such as {@code spec.size} (F-9). The empty path is the object itself.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param keys the keys from the outside in
 */
public record FieldPath(List<String> keys) {

    /** The object itself. */
    public static final FieldPath ROOT = new FieldPath(List.of());

    public FieldPath {
        keys = List.copyOf(keys);
    }

    /** The path of these keys, which may hold dots. */
    public static FieldPath of(String... keys) {
        return new FieldPath(List.of(keys));
    }

    /** The path that a dotted text names; the empty text is the root. */
    public static FieldPath parse(String dotted) {
        return dotted.isEmpty() ? ROOT : new FieldPath(List.of(dotted.split("\\.", -1)));
    }

    /** This path, one key deeper. */
    public FieldPath child(String key) {
        var deeper = new ArrayList<>(keys);
        deeper.add(key);
        return new FieldPath(deeper);
    }

    /** Whether this is the object itself. */
    public boolean isRoot() {
        return keys.isEmpty();
    }

    /**
     * The value at this path, or null where it is absent, null, or the path crosses something that is no map (D-9).
     *
     * @param value a plain JSON value
     */
    public @Nullable Object resolve(@Nullable Object value) {
        Object current = value;
        for (String key : keys) {
            if (!(current instanceof Map<?, ?> map)) {
                return null;
            }
            current = map.get(key);
        }
        return current;
    }

    /** Whether a value, null included, is at this path. */
    public boolean isPresentIn(@Nullable Object value) {
        return isRoot() || (parent().resolve(value) instanceof Map<?, ?> map && map.containsKey(last()));
    }

    /**
     * A copy of the map with the value at this path. Missing maps on the way are made; whatever else is in the way is replaced by a map.
     *
     * @param map a plain JSON value, which stays as it is
     */
    public Map<String, @Nullable Object> with(Map<String, @Nullable Object> map, @Nullable Object value) {
        requireKeys();
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(map);
        String first = keys.get(0);
        copy.put(first, keys.size() == 1 ? value : tail().with(Json.map(map.get(first)), value));
        return copy;
    }

    /**
     * A copy of the map without what is at this path, and without the maps on the way that are empty then (D-1). The map itself where
     * the path leads nowhere.
     *
     * @param map a plain JSON value, which stays as it is
     */
    public Map<String, @Nullable Object> without(Map<String, @Nullable Object> map) {
        requireKeys();
        String first = keys.get(0);
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(map);
        if (keys.size() == 1) {
            copy.remove(first);
            return copy;
        }
        if (!(map.get(first) instanceof Map<?, ?>)) {
            return map;
        }
        Map<String, @Nullable Object> inner = tail().without(Json.map(map.get(first)));
        if (inner.isEmpty()) {
            copy.remove(first);
        } else {
            copy.put(first, inner);
        }
        return copy;
    }

    /** Whether this path leads to that one, or to something around it. */
    public boolean isPrefixOf(FieldPath other) {
        return keys.size() <= other.keys.size()
                && other.keys.subList(0, keys.size()).equals(keys);
    }

    /** This path without the given number of its first keys. */
    public FieldPath skip(int count) {
        return new FieldPath(keys.subList(count, keys.size()));
    }

    private FieldPath parent() {
        return new FieldPath(keys.subList(0, keys.size() - 1));
    }

    private FieldPath tail() {
        return skip(1);
    }

    private String last() {
        return keys.get(keys.size() - 1);
    }

    private void requireKeys() {
        if (isRoot()) {
            throw new IllegalArgumentException("The object itself can be neither set nor removed.");
        }
    }

    /** The keys joined by dots. */
    @Override
    public String toString() {
        return String.join(".", keys);
    }
}
