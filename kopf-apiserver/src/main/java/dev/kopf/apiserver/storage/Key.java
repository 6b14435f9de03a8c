package dev.kopf.apiserver.storage;

import java.util.Comparator;

/**
 * Where a tree is kept; keys are ordered as the components stand here.
 *
 * @param collection the collection, such as {@code widgets.example.com}
 * @param namespace the namespace, empty where there is none
 * @param name the name in it
 */
public record Key(String collection, String namespace, String name) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::collection).thenComparing(Key::namespace).thenComparing(Key::name);

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }
}
