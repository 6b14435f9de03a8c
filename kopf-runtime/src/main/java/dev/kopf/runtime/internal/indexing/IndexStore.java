package dev.kopf.runtime.internal.indexing;

import dev.kopf.runtime.handler.IndexView;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One index: what each object has in it, and what there is under each key (I-3). A change costs what the object has in it, a lookup what it
 * gives (I-6). Safe for use by several threads.
 */
public final class IndexStore<K, V extends @Nullable Object> implements IndexView<K, V> {

    private final Map<Source, Map<K, V>> sources = new HashMap<>();
    private final Map<K, Values<V>> keys = new LinkedHashMap<>();
    private @Nullable Map<K, List<V>> all;
    private volatile boolean complete;

    /**
     * An object.
     *
     * @param key names it among those of its kind
     */
    private record Source(ResourceKind kind, String key) {}

    /** What there is under one key. */
    private static final class Values<V extends @Nullable Object> {
        private final Map<Source, V> bySource = new LinkedHashMap<>(2);
        private @Nullable List<V> list;

        List<V> list() {
            List<V> made = list;
            if (made == null) {
                made = Collections.unmodifiableList(new ArrayList<>(bySource.values()));
                list = made;
            }
            return made;
        }
    }

    /**
     * Puts what an object has now in the place of what it had.
     *
     * @param key names the object among those of its kind
     */
    public synchronized void replace(ResourceKind kind, String key, Map<K, V> values) {
        Source source = new Source(kind, key);
        Map<K, V> before = values.isEmpty() ? sources.remove(source) : sources.put(source, values);
        if (before == null && values.isEmpty()) {
            return;
        }
        all = null;
        if (before != null) {
            before.keySet().stream().filter(each -> !values.containsKey(each)).forEach(each -> take(each, source));
        }
        values.forEach((each, value) -> {
            Values<V> there = keys.computeIfAbsent(each, k -> new Values<>());
            there.bySource.put(source, value);
            there.list = null;
        });
    }

    /** Takes out what an object has. */
    public void discard(ResourceKind kind, String key) {
        replace(kind, key, Map.of());
    }

    private void take(K key, Source source) {
        Values<V> there = keys.get(key);
        if (there != null) {
            there.bySource.remove(source);
            there.list = null;
            if (there.bySource.isEmpty()) {
                keys.remove(key);
            }
        }
    }

    /** All that there was at the start is in it. */
    public void complete() {
        complete = true;
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    @Override
    public synchronized List<V> get(K key) {
        Values<V> there = keys.get(key);
        return there == null ? List.of() : there.list();
    }

    @Override
    public synchronized boolean contains(K key) {
        return keys.containsKey(key);
    }

    @Override
    public synchronized Set<K> keys() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(keys.keySet()));
    }

    @Override
    public synchronized Map<K, List<V>> asMap() {
        Map<K, List<V>> made = all;
        if (made == null) {
            Map<K, List<V>> lists = new LinkedHashMap<>();
            keys.forEach((key, values) -> lists.put(key, values.list()));
            made = Collections.unmodifiableMap(lists);
            all = made;
        }
        return made;
    }

    /** How many keys there are; asks none of them, which are the author's. */
    public synchronized int size() {
        return keys.size();
    }

    /** How many objects have something in it. */
    public synchronized int objects() {
        return sources.size();
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
