package dev.kopf.runtime.essence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list whose items have keys ({@code x-kubernetes-list-type: map}) in the state that was last handled, and now.
 *
 * <p>An item has no key where all fields that make it are absent or do not fit, or where another item of its list has the same. Such
 * items are told apart by what they are as a whole. An item that is null, or no object, is passed over.
 *
 * <p>Immutable where the values are.
 *
 * @param oldValue the list that was last handled; null where it was absent
 * @param newValue the list now; null where it is absent
 * @param keyOf reads the key of an item
 * @param diffOf tells what changed between two states of an item
 * @param <K> the type of the key; a list where it is made of several fields
 * @param <V> the type of the items
 * @param <D> the type of what changed in an item
 */
public record KeyedListChange<K, V, D>(
        @Nullable List<V> oldValue,
        @Nullable List<V> newValue,
        Function<V, @Nullable K> keyOf,
        BiFunction<@Nullable V, @Nullable V, D> diffOf) {

    /** Whether the two lists differ, be it in order only. */
    public boolean isChanged() {
        return !Values.same(oldValue, newValue);
    }

    /** The items whose key was not there before, by key. */
    public Map<K, V> added() {
        return without(newValue, oldValue);
    }

    /** The items whose key is not there any more, by key. */
    public Map<K, V> removed() {
        return without(oldValue, newValue);
    }

    /** What changed in the items that are not what they were under the same key, by key. */
    public Map<K, D> changed() {
        Map<@Nullable Object, Keyed<K, V>> now = byKey(newValue);
        Map<K, D> changes = new LinkedHashMap<>();
        byKey(oldValue).forEach((canonical, before) -> {
            Keyed<K, V> after = now.get(canonical);
            if (after != null && !Values.same(before.item, after.item)) {
                changes.put(after.key, diffOf.apply(before.item, after.item));
            }
        });
        return changes;
    }

    /** The items without a key that were not there before, as often as they were added. */
    public List<V> addedWithoutKey() {
        return restWithoutKey(newValue, oldValue);
    }

    /** The items without a key that are not there any more, as often as they were removed. */
    public List<V> removedWithoutKey() {
        return restWithoutKey(oldValue, newValue);
    }

    /** An item, and the key that it alone has in its list. */
    private record Keyed<K, V>(K key, V item) {}

    private Map<K, V> without(@Nullable List<V> some, @Nullable List<V> others) {
        Map<@Nullable Object, Keyed<K, V>> rest = byKey(some);
        byKey(others).keySet().forEach(rest::remove);
        Map<K, V> items = new LinkedHashMap<>();
        rest.values().forEach(keyed -> items.put(keyed.key, keyed.item));
        return items;
    }

    private List<V> restWithoutKey(@Nullable List<V> some, @Nullable List<V> others) {
        List<@Nullable Object> matches = new ArrayList<>();
        withoutKey(others).forEach(item -> matches.add(Values.canonical(item)));
        List<V> rest = withoutKey(some);
        rest.removeIf(item -> matches.remove(Values.canonical(item)));
        return rest;
    }

    private List<V> withoutKey(@Nullable List<V> items) {
        Map<@Nullable Object, Keyed<K, V>> byKey = byKey(items);
        List<V> rest = new ArrayList<>();
        for (V item : orEmpty(items)) {
            if (item != null && !byKey.containsKey(Values.canonical(keyOf.apply(item)))) {
                rest.add(item);
            }
        }
        return rest;
    }

    private Map<@Nullable Object, Keyed<K, V>> byKey(@Nullable List<V> items) {
        Map<@Nullable Object, Keyed<K, V>> byKey = new LinkedHashMap<>();
        Set<@Nullable Object> twice = new HashSet<>();
        for (V item : orEmpty(items)) {
            K key = item == null ? null : keyOf.apply(item);
            if (key != null && !isEmpty(key)) {
                Object canonical = Values.canonical(key);
                if (byKey.put(canonical, new Keyed<>(key, item)) != null) {
                    twice.add(canonical);
                }
            }
        }
        byKey.keySet().removeAll(twice);
        return byKey;
    }

    private static boolean isEmpty(Object key) {
        return key instanceof List<?> parts && parts.stream().allMatch(Objects::isNull);
    }

    private static <V> List<V> orEmpty(@Nullable List<V> items) {
        return items == null ? List.of() : items;
    }
}
