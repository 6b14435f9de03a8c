package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.KindPlan;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.internal.client.Outage;
import dev.kopf.runtime.internal.client.ServedKinds;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.progress.RecordPlaces;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.ResourceSelector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reactors of kinds that come and go while the operator runs. Safe for use by several threads. */
final class LateKinds implements SelectedKinds.Kinds {

    /** Until handlers of before have come to their end. */
    private static final Duration MOMENT = Duration.ofMillis(100);

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.watching");

    private final Persistence persistence;
    private final Room room;
    private final Watcher.Surroundings surroundings;
    private final SelectedKinds selected;
    private final Map<ResourceKind, Late> there = new HashMap<>();

    /** Those that have ended, and of which something still runs. */
    private final Map<ResourceKind, Late> before = new HashMap<>();

    /** Since when kinds wait for what runs of them from before. */
    private final Map<ResourceKind, Instant> waiting = new HashMap<>();

    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final KindsOfStart ofSelectors;
    private final KindsOfStart ofIndexes;
    private boolean stopped;

    /** What the reactors work in. */
    interface Room {
        /** The namespaces; null among them for the whole cluster. */
        List<@Nullable String> scopes();

        /** A reactor that is paused and stopped with the others, with a place of its own to work; not watching yet. */
        Late open(KindHandlers handlers);

        /** Ends one, alone. */
        void close(Late kind);

        /** Who hears of the kinds that indexes are filled from. */
        KindsOfStart.Listener indexes();
    }

    /** Hears of the kinds of all selectors. */
    private final class Beginning implements KindsOfStart.Listener {
        @Override
        public void onPatienceLost() {
            begun.complete(null);
        }

        @Override
        public void onKnown() {
            begun.complete(null);
        }
    }

    /**
     * A kind, and where it works.
     *
     * @param lane where it is indexed; null where it is not
     */
    record Late(
            KindReactor reactor,
            BoundedExecutor handlers,
            BoundedExecutor daemons,
            @Nullable BoundedExecutor lane) {

        boolean isBusy() {
            return handlers.isBusy() || daemons.isBusy();
        }
    }

    LateKinds(Registry registry, Persistence persistence, Watcher.Surroundings surroundings, Room room) {
        this.persistence = persistence;
        this.room = room;
        this.surroundings = surroundings;
        this.selected = new SelectedKinds(registry, surroundings, this);
        Set<ResourceSelector> all =
                registry.wants().stream().map(KindPlan.Want::selector).collect(Collectors.toSet());
        this.ofSelectors = new KindsOfStart(all, surroundings.timers(), new Beginning());
        this.ofIndexes = new KindsOfStart(registry.indexesSelected().keySet(), surroundings.timers(), room.indexes());
    }

    void start() {
        selected.start();
    }

    List<Outage> outages() {
        List<Outage> outages = new ArrayList<>(selected.outages());
        synchronized (this) {
            waiting.forEach((kind, since) -> outages.add(new Outage(kind.toString(), whyWaiting(kind), since)));
        }
        return outages;
    }

    private String whyWaiting(ResourceKind kind) {
        Late gone = before.get(kind);
        List<String> running = gone == null ? List.of() : gone.reactor().background();
        return "It begins anew when what still runs for its objects has ended: "
                + (running.isEmpty() ? "handlers" : String.join(", ", running)) + ".";
    }

    /** Begins no further kind; those that have begun are stopped with the others. */
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        selected.close(); // not within, as we are called from within it
        ofSelectors.close();
        ofIndexes.close();
    }

    @Override
    public void check(KindHandlers handlers) {
        RecordPlaces.requireApart(persistence, handlers);
    }

    @Override
    public synchronized void begin(KindHandlers handlers) {
        if (stopped) {
            return;
        }
        Late late = room.open(handlers);
        there.put(handlers.kind(), late);
        watch(handlers.kind(), late);
    }

    /** Not before what still runs of the kind from before, which may be at work on the same objects (P2, B-16). */
    private synchronized void watch(ResourceKind kind, Late late) {
        if (stopped || !late.equals(there.get(kind))) {
            return;
        }
        Late gone = before.get(kind);
        if (gone != null && gone.isBusy()) {
            if (waiting.putIfAbsent(kind, surroundings.timers().instant()) == null) {
                LOGGER.info("{}: {}", kind, whyWaiting(kind));
            }
            Timers.Timer unused = surroundings.timers().after(MOMENT, () -> watch(kind, late));
            return;
        }
        before.remove(kind);
        waiting.remove(kind);
        late.reactor().watch(room::scopes, surroundings);
    }

    @Override
    public synchronized void end(ResourceKind kind) {
        Late late = there.remove(kind);
        waiting.remove(kind);
        if (late != null) {
            room.close(late);
            if (!before.containsKey(kind)) { // one that has waited for it has not begun
                before.put(kind, late);
                forget(kind, late);
            }
        }
    }

    /** When nothing runs of it any more. */
    private synchronized void forget(ResourceKind kind, Late gone) {
        if (gone.isBusy()) {
            Timers.Timer unused = surroundings.timers().after(MOMENT, () -> forget(kind, gone));
        } else {
            before.remove(kind, gone);
        }
    }

    @Override
    public void onTold(ServedKinds cluster) {
        ofIndexes.look(cluster);
        ofSelectors.look(cluster);
    }

    /** Complete when all that the cluster served at the start has begun, but of groups that were waited for in vain. */
    CompletableFuture<Void> begun() {
        return begun;
    }
}
