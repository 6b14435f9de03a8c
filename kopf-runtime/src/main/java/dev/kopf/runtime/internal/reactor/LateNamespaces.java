package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.NamespaceObserver;
import dev.kopf.runtime.internal.client.Outage;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.resource.NamespaceChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The namespaces that come and go while the operator runs (W-42): each is served as soon as it may be entered, and for a moment after it is
 * gone, as what happened there last may be told by other watches a little later. Safe for use by several threads.
 */
final class LateNamespaces implements NamespaceObserver.Listener {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.watching");

    /** For how long a namespace that is gone is heard of. */
    static final Duration AFTERGLOW = Duration.ofSeconds(2);

    /** For how long indexes wait for namespaces of the start that may not be entered. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Timers timers;
    private final Room room;
    private final Entrance entrance;
    private final NamespaceObserver observer;
    private final Map<String, Stay> there = new HashMap<>();
    private final CompletableFuture<Void> known = new CompletableFuture<>();
    private boolean toldReadiness;
    private boolean stopped;

    /** What is done in a namespace. */
    interface Room {
        /** Begins to watch there. */
        void open(String namespace);

        /** Nothing is watched there any more, and nothing of it is remembered. */
        void close(String namespace);

        /** All namespaces of the start have been opened, or cannot be known. */
        void onKnown();
    }

    /** From its coming to its going. */
    private static final class Stay {
        private final CompletableFuture<Void> opened = new CompletableFuture<>();
        private final Instant since;

        /** Whether it was there at the start. */
        private final boolean wasThere;

        /** Null while it is there. */
        private Timers.@Nullable Timer ending;

        Stay(Instant since, boolean wasThere) {
            this.since = since;
            this.wasThere = wasThere;
        }
    }

    LateNamespaces(NamespaceChoice choice, Watcher.Surroundings surroundings, Entrance entrance, Room room) {
        this.timers = surroundings.timers();
        this.entrance = entrance;
        this.room = room;
        this.observer = new NamespaceObserver(choice, surroundings, this);
    }

    void start() {
        observer.start();
    }

    /** What of the namespaces is not known. */
    List<Outage> outages() {
        List<Outage> outages = new ArrayList<>();
        Outage outage = observer.outage();
        if (outage != null) {
            outages.add(outage);
        }
        addClosed(outages);
        return outages;
    }

    private synchronized void addClosed(List<Outage> outages) {
        there.forEach((namespace, stay) -> {
            if (!stay.opened.isDone()) {
                outages.add(new Outage(
                        "the namespace " + namespace,
                        "It is not served yet: its peering object is waited for, or what is in it.",
                        stay.since));
            }
        });
    }

    /** Opens no further namespace; what is watched is stopped by others. */
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        observer.close(); // not within, as we are called from within it
    }

    /** Complete when those that there were at the start, and that there are at this moment, are open. */
    CompletableFuture<Void> opened() {
        return known.thenCompose(any -> CompletableFuture.allOf(stays()));
    }

    private synchronized CompletableFuture<?>[] stays() {
        return there.values().stream().map(stay -> stay.opened).toArray(CompletableFuture<?>[]::new);
    }

    @Override
    public synchronized void onServed(String namespace, boolean isDeleting) {
        Stay stay = there.get(namespace);
        if (stay == null) {
            Stay begun = new Stay(timers.instant(), !known.isDone());
            stay = begun;
            there.put(namespace, begun);
            CompletableFuture<?> unused = entrance.enter(namespace).thenRun(() -> open(namespace, begun));
        } else if (stay.ending != null) {
            stay.ending.cancel(); // it was made again
            stay.ending = null;
        }
        if (isDeleting) {
            open(namespace, stay); // whatever is waited for may be deleted already, and our finalizers hold up the rest
        }
    }

    private synchronized void open(String namespace, Stay stay) {
        if (!stopped && there.get(namespace) == stay && !stay.opened.isDone()) {
            if (!stay.wasThere) { // those are told of together
                LOGGER.info("Serving the namespace {} from now on.", namespace);
            }
            room.open(namespace);
            stay.opened.complete(null);
        }
    }

    @Override
    public synchronized void onOver(String namespace) {
        Stay stay = there.get(namespace);
        if (stay != null && stay.ending == null) {
            stay.ending = timers.after(AFTERGLOW, () -> close(namespace, stay));
        }
    }

    private synchronized void close(String namespace, Stay stay) {
        if (stopped || stay.ending == null || !there.remove(namespace, stay)) {
            return;
        }
        LOGGER.info("The namespace {} is gone, and served no longer.", namespace);
        room.close(namespace);
        entrance.leave(namespace);
        stay.opened.complete(null); // nobody is to wait for it
    }

    @Override
    public void onKnown() {
        known.complete(null);
        CompletableFuture<Void> unused = opened().thenRun(this::tellReadiness);
        Timers.Timer unusedTimer = timers.after(PATIENCE, this::tellReadiness);
    }

    @Override
    public void onForbidden() {
        tellReadiness(); // the others are served (W-42)
    }

    private void tellReadiness() {
        synchronized (this) {
            if (toldReadiness) {
                return;
            }
            toldReadiness = true;
        }
        room.onKnown();
    }
}
