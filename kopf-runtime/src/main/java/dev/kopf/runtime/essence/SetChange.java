package dev.kopf.runtime.essence;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list that is a set ({@code x-kubernetes-list-type: set}) in the state that was last handled, and now.
 *
 * <p>Immutable where the values are.
 *
 * @param oldValue the set that was last handled; null where it was absent
 * @param newValue the set now; null where it is absent
 * @param <V> the type of the items
 */
public record SetChange<V extends @Nullable Object>(
        @Nullable Set<V> oldValue, @Nullable Set<V> newValue) {

    /** Whether an item came or went, or the set itself did; numbers are compared by value (R19). */
    public boolean isChanged() {
        return !Values.same(oldValue, newValue)
                && (oldValue == null || newValue == null || !canonical(oldValue).equals(canonical(newValue)));
    }

    /** The items that were not there before. */
    public Set<V> added() {
        return without(newValue, oldValue);
    }

    /** The items that are not there any more. */
    public Set<V> removed() {
        return without(oldValue, newValue);
    }

    private static <V extends @Nullable Object> Set<V> without(@Nullable Set<V> some, @Nullable Set<V> others) {
        Set<@Nullable Object> seen = canonical(others);
        Set<V> rest = new LinkedHashSet<>();
        for (V item : some == null ? Set.<V>of() : some) {
            if (seen.add(Values.canonical(item))) {
                rest.add(item);
            }
        }
        return rest;
    }

    private static Set<@Nullable Object> canonical(@Nullable Set<?> items) {
        Set<@Nullable Object> set = new LinkedHashSet<>();
        if (items != null) {
            items.forEach(item -> set.add(Values.canonical(item)));
        }
        return set;
    }
}
