package dev.kopf.apiserver.storage;

import java.util.function.Consumer;

/** An open watch of a part of the store; closing it ends it. Thread-safe. */
public final class Watch implements AutoCloseable {

    private final VersionedStore store;
    private final Range range;
    private final long from;
    private final Consumer<Change> listener;

    Watch(VersionedStore store, Range range, long from, Consumer<Change> listener) {
        this.store = store;
        this.range = range;
        this.from = from;
        this.listener = listener;
    }

    void offer(Change change) {
        if (change.version() > from && range.contains(change.key())) {
            listener.accept(change);
        }
    }

    @Override
    public void close() {
        store.forget(this);
    }
}
