package dev.kopf.runtime.essence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map in the state that was last handled, and now.
 *
 * <p>Immutable where the values are.
 *
 * @param oldValue the map that was last handled; null where it was absent
 * @param newValue the map now; null where it is absent
 * @param <V> the type of the values
 */
public record MapChange<V extends @Nullable Object>(
        @Nullable Map<String, V> oldValue, @Nullable Map<String, V> newValue) {

    /** Whether the two differ; numbers by value, and a key with null is as good as none (R19). */
    public boolean isChanged() {
        return !Values.same(oldValue, newValue);
    }

    /** What has a key that was not there before, or had null. */
    public Map<String, V> added() {
        return without(newValue, oldValue);
    }

    /** What had a key that is not there any more, or has null. */
    public Map<String, V> removed() {
        return without(oldValue, newValue);
    }

    /** What has another value under the same key. */
    public Map<String, FieldChange<V>> changed() {
        Map<String, FieldChange<V>> changes = new LinkedHashMap<>();
        orEmpty(oldValue).forEach((key, value) -> {
            FieldChange<V> change = new FieldChange<>(value, orEmpty(newValue).get(key));
            if (value != null && change.newValue() != null && change.isChanged()) {
                changes.put(key, change);
            }
        });
        return changes;
    }

    private static <V extends @Nullable Object> Map<String, V> without(
            @Nullable Map<String, V> some, @Nullable Map<String, V> others) {
        Map<String, V> rest = new LinkedHashMap<>();
        orEmpty(some).forEach((key, value) -> {
            if (value != null && orEmpty(others).get(key) == null) {
                rest.put(key, value);
            }
        });
        return rest;
    }

    private static <V extends @Nullable Object> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : map;
    }
}
