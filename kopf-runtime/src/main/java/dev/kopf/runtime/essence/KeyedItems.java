package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.typed.ItemKey;
import dev.kopf.runtime.typed.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The items of a list by the keys that they alone have in it, and those without one.
 *
 * @param byKey by what equals where two keys are the same
 * @param withoutKey in the order of the list
 */
record KeyedItems<K, V>(Map<Object, Item<K, V>> byKey, List<Keyless<V>> withoutKey) {

    /** An item that has a key. */
    record Item<K, V>(K key, V value, Object json) {}

    /** An item without a key, or with one that others have too. */
    record Keyless<V>(V value, Object json) {}

    /** @param list the list as JSON; has no items where it is none */
    static <K, V> KeyedItems<K, V> of(@Nullable Object list, Type<V> type, Function<V, @Nullable K> keyOf) {
        Map<Object, Item<K, V>> byKey = new LinkedHashMap<>();
        Map<Object, Integer> counts = new HashMap<>();
        for (Object json : Json.list(list)) {
            V value = json == null ? null : type.read(json);
            K key = value == null ? null : keyOf.apply(value);
            Object canonical = Values.canonical(key);
            if (json != null && value != null && key != null && canonical != null && !isEmpty(key)) {
                byKey.put(canonical, new Item<>(key, value, json));
                counts.merge(canonical, 1, Integer::sum);
            }
        }
        byKey.keySet().removeIf(canonical -> counts.getOrDefault(canonical, 0) > 1);
        return new KeyedItems<>(byKey, withoutKey(Json.list(list), byKey, type, keyOf));
    }

    private static <K, V> List<Keyless<V>> withoutKey(
            List<?> list, Map<Object, Item<K, V>> byKey, Type<V> type, Function<V, @Nullable K> keyOf) {
        List<Keyless<V>> rest = new ArrayList<>();
        if (byKey.size() == list.size()) {
            return rest;
        }
        for (Object json : list) {
            V value = json == null ? null : type.read(json);
            if (json != null && value != null) {
                K key = keyOf.apply(value);
                Object canonical = Values.canonical(key);
                if (canonical == null || !byKey.containsKey(canonical)) {
                    rest.add(new Keyless<>(value, json));
                }
            }
        }
        return rest;
    }

    private static boolean isEmpty(Object key) {
        return key instanceof ItemKey parts && ItemKey.isEmpty(parts);
    }
}
