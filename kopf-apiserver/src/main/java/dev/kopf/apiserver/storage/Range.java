package dev.kopf.apiserver.storage;

/**
 * A part of the store: a collection, or one namespace of it.
 *
 * @param collection the collection
 * @param namespace the namespace, empty for all
 */
public record Range(String collection, String namespace) {

    boolean contains(Key key) {
        return key.collection().equals(collection)
                && (namespace.isEmpty() || key.namespace().equals(namespace));
    }

    Key first() {
        return new Key(collection, namespace, "");
    }
}
