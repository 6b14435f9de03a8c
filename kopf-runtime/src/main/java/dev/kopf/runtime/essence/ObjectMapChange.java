package dev.kopf.runtime.essence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A map of objects in the state that was last handled, and now.
 *
 * <p>Immutable where the values are.
 *
 * @param oldValue the map that was last handled; null where it was absent
 * @param newValue the map now; null where it is absent
 * @param diffOf tells what changed between two states of a value
 * @param <V> the type of the values
 * @param <D> the type of what changed in a value
 */
public record ObjectMapChange<V extends @Nullable Object, D>(
        @Nullable Map<String, V> oldValue,
        @Nullable Map<String, V> newValue,
        BiFunction<@Nullable V, @Nullable V, D> diffOf) {

    /** Whether the two differ; numbers by value, and a key with null is as good as none (R19). */
    public boolean isChanged() {
        return whole().isChanged();
    }

    /** What has a key that was not there before, or had null. */
    public Map<String, V> added() {
        return whole().added();
    }

    /** What had a key that is not there any more, or has null. */
    public Map<String, V> removed() {
        return whole().removed();
    }

    /** What changed in the values that are not what they were under the same key. */
    public Map<String, D> changed() {
        Map<String, D> changes = new LinkedHashMap<>();
        whole().changed()
                .forEach((key, change) -> changes.put(key, diffOf.apply(change.oldValue(), change.newValue())));
        return changes;
    }

    private MapChange<V> whole() {
        return new MapChange<>(oldValue, newValue);
    }
}
