package dev.kopf.runtime.internal.reactor;

import java.util.concurrent.CompletableFuture;

/** What is to be done before a namespace is served that has come, and after it has gone. Its methods return at once. */
public interface Entrance {

    /** Nothing is to be done. */
    Entrance OPEN = new Entrance() {
        @Override
        public CompletableFuture<?> enter(String namespace) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void leave(String namespace) {}
    };

    /** The namespace has come; complete when it may be served, never with a failure, and by a thread that holds no lock. */
    CompletableFuture<?> enter(String namespace);

    /** It has gone. */
    void leave(String namespace);
}
