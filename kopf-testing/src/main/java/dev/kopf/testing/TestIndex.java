package dev.kopf.testing;

import dev.kopf.runtime.handler.IndexView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An index that has what a test has given it. */
final class TestIndex<K, V extends @Nullable Object> implements IndexView<K, V> {

    private final Map<K, List<V>> values;

    TestIndex(Map<K, ? extends List<? extends V>> given) {
        Map<K, List<V>> copy = new LinkedHashMap<>();
        given.forEach((key, list) -> copy.put(key, Collections.unmodifiableList(new ArrayList<>(list))));
        this.values = Collections.unmodifiableMap(copy);
    }

    @Override
    public List<V> get(K key) {
        return values.getOrDefault(key, List.of());
    }

    @Override
    public boolean contains(K key) {
        return values.containsKey(key);
    }

    @Override
    public Set<K> keys() {
        return values.keySet();
    }

    @Override
    public Map<K, List<V>> asMap() {
        return values;
    }

    @Override
    public boolean isComplete() {
        return true;
    }
}
