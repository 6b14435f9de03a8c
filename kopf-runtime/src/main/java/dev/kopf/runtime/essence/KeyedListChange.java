package dev.kopf.runtime.essence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list whose items have keys ({@code x-kubernetes-list-type: map}) in the state that was last handled, and now. Where a key stands
 * twice, the last item counts.
 *
 * <p>Immutable where the values are.
 *
 * @param oldValue the list that was last handled; null where it was absent
 * @param newValue the list now; null where it is absent
 * @param keyOf reads the key of an item
 * @param <K> the type of the key; a list where it is made of several fields
 * @param <V> the type of the items
 */
public record KeyedListChange<K, V>(
        @Nullable List<V> oldValue, @Nullable List<V> newValue, Function<V, @Nullable K> keyOf) {

    /** Whether the two lists differ, be it in order only. */
    public boolean isChanged() {
        return !Objects.equals(oldValue, newValue);
    }

    /** The items whose key was not there before, by key. */
    public Map<K, V> added() {
        return without(newValue, oldValue);
    }

    /** The items whose key is not there any more, by key. */
    public Map<K, V> removed() {
        return without(oldValue, newValue);
    }

    /** The items that are not what they were under the same key, by key. */
    public Map<K, FieldChange<V>> changed() {
        Map<K, V> now = byKey(newValue);
        Map<K, FieldChange<V>> changes = new LinkedHashMap<>();
        byKey(oldValue).forEach((key, value) -> {
            FieldChange<V> change = new FieldChange<>(value, now.get(key));
            if (now.containsKey(key) && change.isChanged()) {
                changes.put(key, change);
            }
        });
        return changes;
    }

    private Map<K, V> without(@Nullable List<V> some, @Nullable List<V> others) {
        Map<K, V> rest = byKey(some);
        byKey(others).keySet().forEach(rest::remove);
        return rest;
    }

    private Map<K, V> byKey(@Nullable List<V> items) {
        Map<K, V> byKey = new LinkedHashMap<>();
        for (V item : items == null ? List.<V>of() : items) {
            if (item != null) {
                byKey.put(keyOf.apply(item), item);
            }
        }
        return byKey;
    }
}
