package dev.kopf.runtime.internal.indexing;

import dev.kopf.runtime.handler.IndexView;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
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

    /** Where each object is: nobody has to look for it by keys, which are the author's, and may have changed or broken since. */
    private final Map<Source, Set<Values<K, V>>> sources = new HashMap<>();

    private final Map<K, Values<K, V>> keys = new LinkedHashMap<>();
    private @Nullable Map<K, List<V>> all;
    private volatile boolean complete;

    /**
     * An object.
     *
     * @param key names it among those of its kind
     */
    private record Source(ResourceKind kind, String key) {}

    /** What there is under one key. */
    private static final class Values<K, V extends @Nullable Object> {
        private final K key;
        private final Map<Source, V> bySource = new LinkedHashMap<>(2);
        private @Nullable List<V> list;

        Values(K key) {
            this.key = key;
        }

        void put(Source source, V value) {
            bySource.put(source, value);
            list = null;
        }

        void remove(Source source) {
            bySource.remove(source);
            list = null;
        }

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
     * Puts what an object has now in the place of what it had. Where a key of the author's throws, all stays as it was.
     *
     * @param key names the object among those of its kind
     */
    public synchronized void replace(ResourceKind kind, String key, Map<K, V> values) {
        Source source = new Source(kind, key);
        Set<Values<K, V>> places = places(values.keySet());
        Set<Values<K, V>> before = places.isEmpty() ? sources.remove(source) : sources.put(source, places);
        if (before != null) {
            all = null;
            before.stream().filter(place -> !places.contains(place)).forEach(place -> {
                place.remove(source);
                removeEmpty(place);
            });
        }
        if (!places.isEmpty()) {
            all = null;
            Iterator<V> each = values.values().iterator();
            places.forEach(place -> place.put(source, each.next()));
        }
    }

    /** Takes out what an object has. */
    public void discard(ResourceKind kind, String key) {
        replace(kind, key, Map.of());
    }

    /** The places of keys, in their order; new ones are empty. */
    private Set<Values<K, V>> places(Set<K> wanted) {
        Set<Values<K, V>> places = wanted.size() > 1 ? new LinkedHashSet<>() : new HashSet<>(2);
        try {
            wanted.forEach(each -> places.add(keys.computeIfAbsent(each, Values::new)));
        } catch (RuntimeException | Error e) {
            places.forEach(this::removeEmpty);
            throw e;
        }
        return places;
    }

    private void removeEmpty(Values<K, V> place) {
        if (!place.bySource.isEmpty()) {
            return;
        }
        boolean removed = false;
        try {
            removed = keys.remove(place.key, place);
        } catch (RuntimeException | Error e) {
            // Its key has broken since it was put in.
        }
        if (!removed) {
            keys.values().removeIf(each -> each == place);
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
        Values<K, V> there = keys.get(key);
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
