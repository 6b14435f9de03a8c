package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.Ending;
import dev.kopf.runtime.internal.client.Outage;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.resource.ResourceKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The watches of a kind: one for each namespace that is served, or one for the cluster, and never two of the same (W-1). Of many not all
 * begin at once, as each begins with a list. Safe for use by several threads.
 */
final class KindWatches {

    private static final String CLUSTER = "";

    /** So many are at their first list at a time; with more, threads pile up and all take longer. */
    static final int MOST_BEGINNING = 32;

    /** Whoever waits is held up no longer by lists that do not come to their end. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** After so long the next ones find out how far they are behind. */
    private static final Duration PACE = Duration.ofMillis(100);

    private final ResourceKind kind;
    private final Listeners listeners;
    private final Map<String, Watch> watches = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final AtomicInteger beginning = new AtomicInteger();
    private final Queue<Watch> waiting = new ConcurrentLinkedQueue<>();
    private volatile Watcher.@Nullable Surroundings surroundings;
    private boolean closed;

    /** Hears what is watched in a namespace. */
    interface Listeners {
        /** @param namespace null for the whole cluster */
        Watcher.Listener of(@Nullable String namespace, Watcher.Surroundings surroundings, Beginning beginning);
    }

    /** How far a watch has come. */
    interface Beginning {
        /** The first list is complete. */
        void listed();

        /** There will be none soon. */
        void failed();
    }

    private final class Watch implements Beginning {
        private final Watcher watcher;
        private final CompletableFuture<Void> listed = new CompletableFuture<>();
        private final AtomicBoolean holdsUp = new AtomicBoolean();

        Watch(@Nullable String namespace, Watcher.Surroundings with) {
            watcher = new Watcher(kind, namespace, with, listeners.of(namespace, with, this));
        }

        /** Whether it is to be watched still. */
        boolean isWanted() {
            return !listed.isDone();
        }

        void begin() {
            holdsUp.set(true);
            beginning.incrementAndGet();
            watcher.start();
        }

        @Override
        public void listed() {
            listed.complete(null);
            failed();
        }

        @Override
        public void failed() {
            if (holdsUp.compareAndSet(true, false)) {
                beginning.decrementAndGet();
                if (!waiting.isEmpty()) {
                    after(Duration.ZERO, KindWatches.this::beginNext); // not within, as the watcher calls us
                }
            }
        }

        /** Nobody waits for what is not watched. */
        void end() {
            watcher.close();
            listed();
        }
    }

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
        Watch watch = new Watch(namespace, with);
        watches.put(key, watch);
        if (beginning.get() < MOST_BEGINNING) {
            watch.begin();
            return;
        }
        if (waiting.isEmpty()) {
            after(PATIENCE, this::losePatience);
        }
        waiting.add(watch);
        beginNext(); // the last of those that hold it up may have come to its end meanwhile
    }

    private synchronized void beginNext() {
        while (beginning.get() < MOST_BEGINNING && !waiting.isEmpty()) {
            beginOne();
        }
    }

    private synchronized void losePatience() {
        for (int i = 0; i < MOST_BEGINNING && !waiting.isEmpty(); i++) {
            beginOne();
        }
        if (!waiting.isEmpty()) {
            after(PATIENCE, this::losePatience);
        }
    }

    private void beginOne() {
        Watch watch = waiting.remove();
        if (watch.isWanted()) {
            watch.begin();
        }
    }

    private void after(Duration delay, Runnable task) {
        Watcher.Surroundings with = surroundings;
        if (with != null) {
            Timers.Timer unused = with.timers().after(delay, task);
        }
    }

    /** Watches this namespace no longer; nothing is heard of it when this returns. Whether it was watched. */
    synchronized boolean close(String namespace) {
        Watch watch = watches.remove(namespace);
        if (watch != null) {
            watch.end();
        }
        return watch != null;
    }

    /** Watches nothing any more. */
    synchronized void close() {
        closed = true;
        begun.complete(null);
        Ending.each(watches.values(), Watch::end);
    }

    /** Others have had their turn (N-10): each watch finds out how far it is behind, and of many not all at once. */
    void catchUp() {
        Queue<Watcher> behind = new ArrayDeque<>();
        watches.values().forEach(watch -> {
            watch.watcher.fallBehind();
            behind.add(watch.watcher);
        });
        catchUp(behind);
    }

    private void catchUp(Queue<Watcher> behind) {
        for (int i = 0; i < MOST_BEGINNING && !behind.isEmpty(); i++) {
            behind.remove().catchUp();
        }
        if (!behind.isEmpty()) {
            after(PACE, () -> catchUp(behind));
        }
    }

    /** Complete when it has begun, and all that is watched at this moment has been listed once. */
    CompletableFuture<Void> listed() {
        return begun.thenCompose(any -> CompletableFuture.allOf(
                watches.values().stream().map(watch -> watch.listed).toArray(CompletableFuture<?>[]::new)));
    }

    /** What is not watched as it should be. */
    List<Outage> outages() {
        return watches.values().stream()
                .map(watch -> watch.watcher.outage())
                .filter(Objects::nonNull)
                .toList();
    }
}
