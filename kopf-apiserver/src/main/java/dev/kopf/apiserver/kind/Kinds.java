package dev.kopf.apiserver.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The kinds that are served at the moment, in the order in which they came. Thread-safe. */
public final class Kinds {

    private final List<ResourceKind> served = new CopyOnWriteArrayList<>(BuiltInKinds.all());

    /** All of them. */
    public List<ResourceKind> all() {
        return List.copyOf(served);
    }

    /** The kind behind a path. */
    public Optional<ResourceKind> find(String group, String version, String plural) {
        return served.stream()
                .filter(kind -> kind.group().equals(group)
                        && kind.version().equals(version)
                        && kind.names().plural().equals(plural))
                .findFirst();
    }

    /** Any served version of the kind whose objects are kept in a collection. */
    public Optional<ResourceKind> ofCollection(String collection) {
        return served.stream()
                .filter(kind -> kind.collection().equals(collection))
                .findFirst();
    }

    /** Serves these versions of a collection, and no others of it any more. */
    public void serve(String collection, List<ResourceKind> versions) {
        var next = new ArrayList<>(served);
        next.removeIf(kind -> kind.collection().equals(collection));
        next.addAll(versions);
        replace(next);
    }

    /** Serves a collection no longer. */
    public void withdraw(String collection) {
        serve(collection, List.of());
    }

    private synchronized void replace(List<ResourceKind> next) {
        served.clear();
        served.addAll(next);
    }
}
