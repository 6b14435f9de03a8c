package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.Outage;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The watches of a kind: one for each namespace that is served, or one for the cluster, and never two of the same (W-1). Safe for use by
 * several threads.
 */
final class KindWatches {

    private static final String CLUSTER = "";

    private final ResourceKind kind;
    private final Listeners listeners;
    private final Map<String, Watch> watches = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private Watcher.@Nullable Surroundings surroundings;
    private boolean closed;

    /** Hears what is watched in a namespace. */
    interface Listeners {
        /**
         * @param namespace null for the whole cluster
         * @param listed to be run when the first list is complete
         */
        Watcher.Listener of(@Nullable String namespace, Watcher.Surroundings surroundings, Runnable listed);
    }

    private record Watch(Watcher watcher, CompletableFuture<Void> listed) {}

    KindWatches(ResourceKind kind, Listeners listeners) {
        this.kind = kind;
        this.listeners = listeners;
    }

    /**
     * Begins to watch.
     *
     * @param namespaces where; null among them for the whole cluster, where kinds without namespaces always are
     */
    synchronized void begin(Supplier<? extends Collection<@Nullable String>> namespaces, Watcher.Surroundings with) {
        surroundings = with;
        if (kind.isNamespaced()) {
            namespaces.get().forEach(this::watch);
        } else {
            watch(null);
        }
        begun.complete(null);
    }

    /** Watches this namespace too, if it has begun; else it is among those that it begins with. */
    synchronized void open(String namespace) {
        if (kind.isNamespaced()) {
            watch(namespace);
        }
    }

    private void watch(@Nullable String namespace) {
        String key = namespace == null ? CLUSTER : namespace;
        Watcher.Surroundings with = surroundings;
        if (with == null || closed || watches.containsKey(key)) {
            return;
        }
        CompletableFuture<Void> listed = new CompletableFuture<>();
        Watcher watcher =
                new Watcher(kind, namespace, with, listeners.of(namespace, with, () -> listed.complete(null)));
        watches.put(key, new Watch(watcher, listed));
        watcher.start();
    }

    /** Watches this namespace no longer; nothing is heard of it when this returns. Whether it was watched. */
    synchronized boolean close(String namespace) {
        Watch watch = watches.remove(namespace);
        if (watch != null) {
            end(watch);
        }
        return watch != null;
    }

    /** Watches nothing any more. */
    synchronized void close() {
        closed = true;
        begun.complete(null);
        watches.values().forEach(KindWatches::end);
    }

    /** Nobody waits for what is not watched. */
    private static void end(Watch watch) {
        watch.watcher().close();
        watch.listed().complete(null);
    }

    /** Complete when it has begun, and all that is watched at this moment has been listed once. */
    CompletableFuture<Void> listed() {
        return begun.thenCompose(any -> CompletableFuture.allOf(
                watches.values().stream().map(Watch::listed).toArray(CompletableFuture<?>[]::new)));
    }

    /** What is not watched as it should be. */
    List<Outage> outages() {
        return watches.values().stream()
                .map(watch -> watch.watcher().outage())
                .filter(Objects::nonNull)
                .toList();
    }
}
