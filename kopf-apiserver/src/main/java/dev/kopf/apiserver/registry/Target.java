package dev.kopf.apiserver.registry;

import dev.kopf.apiserver.failure.Subject;
import dev.kopf.apiserver.kind.ResourceKind;
import dev.kopf.apiserver.storage.Key;
import dev.kopf.apiserver.storage.Range;

/**
 * What a request is about.
 *
 * @param kind the kind
 * @param namespace the namespace, empty for kinds without and for all namespaces
 * @param name the object's name, empty for the collection
 * @param status whether the status subresource is meant
 */
public record Target(ResourceKind kind, String namespace, String name, boolean status) {

    Key key() {
        return new Key(kind.collection(), namespace, name);
    }

    Range range() {
        return new Range(kind.collection(), namespace);
    }

    Subject resource() {
        return kind.resource(name);
    }

    Target named(String newName) {
        return new Target(kind, namespace, newName, status);
    }
}
