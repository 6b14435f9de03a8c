package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.internal.client.Ending;
import dev.kopf.runtime.internal.client.Outage;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.internal.peering.Peering;
import dev.kopf.runtime.progress.UnsettledObject;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.NamespaceChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The loop over all kinds and namespaces: routes what is watched to the workers of the objects. Safe for use by several threads.
 */
public final class Reactor implements Peering.Pausable {

    /** Each daemon has a thread, as far as the system has any. */
    private static final BoundedExecutor.Limits NO_LIMITS =
            new BoundedExecutor.Limits(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final Duration LAST_WRITES = Duration.ofSeconds(2);

    private final List<KindReactor> kinds = new CopyOnWriteArrayList<>();

    /** The namespaces that are served; null among them for the whole cluster. */
    private final List<@Nullable String> scopes = new CopyOnWriteArrayList<>();

    private final NamespaceChoice choice;
    private final Watcher.Surroundings surroundings;
    private final Pools threads;

    /** One for each kind: no handlers of one take what those of another need (P2). */
    private final List<BoundedExecutor> executors = new CopyOnWriteArrayList<>();

    /** Where indexes are filled, also while others have taken over. */
    private final List<BoundedExecutor> lanes = new CopyOnWriteArrayList<>();

    /** Null where there are no indexes. */
    private final @Nullable IndexReadiness readiness;

    /** Null where no handlers are for selectors. */
    private final @Nullable LateKinds late;

    /** Null where namespaces are not given by patterns, and before the start. */
    private volatile @Nullable LateNamespaces lateNamespaces;

    /** Whether others have taken over. */
    private boolean yields;

    /**
     * @param registry whom to call
     * @param namespaces where
     * @param threads shut down with the reactor
     */
    public Reactor(
            Registry registry,
            NamespaceChoice namespaces,
            Collaborators with,
            Watcher.Surroundings surroundings,
            Pools threads) {
        this.choice = namespaces;
        this.surroundings = surroundings;
        this.threads = threads;
        Timers timers = surroundings.timers();
        if (namespaces.isCluster()) {
            scopes.add(null);
        } else {
            scopes.addAll(namespaces.names());
        }
        readiness = registry.indexes().isEmpty()
                ? null
                : new IndexReadiness(with.executor().shared().indexes(), timers, this::onIndexed);
        for (KindHandlers handlers : registry.kinds()) {
            BoundedExecutor executor = handlersOfKind();
            BoundedExecutor daemons = daemonsOfKind();
            executors.add(executor);
            executors.add(daemons);
            KindReactor kind = new KindReactor(handlers, with, executor, timers, daemons);
            BoundedExecutor unused = index(kind, handlers, timers);
            kinds.add(kind);
        }
        if (readiness != null) {
            executors.forEach(BoundedExecutor::pause); // until all is indexed (I-8)
            if (!namespaces.patterns().isEmpty()) {
                readiness.expectNamespaces();
            }
            readiness.expectKinds(registry.indexesSelected().values().stream()
                    .flatMap(Set::stream)
                    .toList());
        }
        this.late = registry.wants().isEmpty()
                ? null
                : new LateKinds(registry, with.persistence(), surroundings, room(with));
    }

    private BoundedExecutor handlersOfKind() {
        return new BoundedExecutor(threads.handlers(), surroundings.timers(), limits(Threads.areVirtual()));
    }

    private BoundedExecutor daemonsOfKind() {
        return new BoundedExecutor(threads.daemons(), surroundings.timers(), NO_LIMITS);
    }

    private LateKinds.Room room(Collaborators with) {
        return new LateKinds.Room() {
            @Override
            public List<@Nullable String> scopes() {
                return scopes;
            }

            @Override
            public LateKinds.Late open(KindHandlers handlers) {
                return openLate(handlers, with);
            }

            @Override
            public void close(LateKinds.Late kind) {
                closeLate(kind);
            }

            @Override
            public KindsOfStart.Listener indexes() {
                return readiness == null ? KindsOfStart.UNHEARD : readiness;
            }
        };
    }

    private synchronized LateKinds.Late openLate(KindHandlers handlers, Collaborators with) {
        BoundedExecutor executor = handlersOfKind();
        BoundedExecutor daemons = daemonsOfKind();
        KindReactor kind = new KindReactor(handlers, with, executor, surroundings.timers(), daemons);
        if (yields || (readiness != null && !readiness.isReady())) {
            executor.pause();
            daemons.pause();
        }
        if (yields) {
            kind.pauseBackground();
        }
        executors.add(executor);
        executors.add(daemons);
        BoundedExecutor lane = index(kind, handlers, surroundings.timers());
        kinds.add(kind); // when it is whole: who asks what is owed may ask at once
        return new LateKinds.Late(kind, executor, daemons, lane);
    }

    private void closeLate(LateKinds.Late kind) {
        kind.reactor().end(); // not within, as its watches may call us
        forgetLate(kind);
    }

    private synchronized void forgetLate(LateKinds.Late kind) {
        kinds.remove(kind.reactor());
        for (BoundedExecutor executor : List.of(kind.handlers(), kind.daemons())) {
            executor.close();
            executors.remove(executor);
        }
        if (kind.lane() != null) {
            kind.lane().close();
            lanes.remove(kind.lane());
        }
    }

    /** Has a kind indexed, if indexes are filled from it; where that is done, or null. */
    private @Nullable BoundedExecutor index(KindReactor kind, KindHandlers handlers, Timers timers) {
        if (readiness == null || handlers.indexing().isEmpty()) {
            return null;
        }
        BoundedExecutor lane = new BoundedExecutor(threads.handlers(), timers, limits(Threads.areVirtual()));
        lanes.add(lane);
        kind.index(lane, readiness);
        readiness.expect(
                handlers, handlers.kind().isNamespaced() ? scopes : Collections.<@Nullable String>singletonList(null));
        return lane;
    }

    /**
     * How many objects of a kind are worked on at once, those that wait for something not counted; and all together. Virtual threads that
     * wait cost next to nothing, and no number of them holds up another object (P2).
     */
    static BoundedExecutor.Limits limits(boolean virtual) {
        return new BoundedExecutor.Limits(32, virtual ? Integer.MAX_VALUE : Threads.MOST);
    }

    private LateNamespaces.Room namespaces() {
        return new LateNamespaces.Room() {
            @Override
            public void open(String namespace) {
                found(namespace);
                kinds.forEach(kind -> kind.open(namespace));
            }

            @Override
            public void close(String namespace) {
                scopes.remove(namespace);
                kinds.forEach(kind -> kind.close(namespace));
                if (readiness != null) {
                    readiness.lost(namespace);
                }
            }

            @Override
            public void onKnown() {
                if (readiness != null) {
                    readiness.namespacesKnown();
                }
            }
        };
    }

    /** A kind that begins meanwhile watches it itself, and indexes wait for it there too. */
    private synchronized void found(String namespace) {
        if (readiness != null) {
            readiness.found(namespace);
        }
        scopes.add(namespace);
    }

    /** Begins to watch. */
    public void start() {
        start(Entrance.OPEN);
    }

    /**
     * Begins to watch.
     *
     * @param entrance asked before a namespace is served that is given by a pattern, and told when it is gone
     */
    public void start(Entrance entrance) {
        if (kinds.stream().anyMatch(KindReactor::hasDaemons)) {
            threads.reserve();
        }
        if (readiness != null) {
            readiness.start();
        }
        for (KindReactor kind : kinds) {
            kind.watch(() -> scopes, surroundings);
        }
        if (!choice.patterns().isEmpty()) {
            LateNamespaces coming = new LateNamespaces(choice, surroundings, entrance, namespaces());
            lateNamespaces = coming;
            coming.start();
        }
        if (late != null) {
            late.start();
        }
    }

    /**
     * Goes on watching, and begins nothing more: handlers that run go on, daemons and timers are to stop (B-14), and what changes waits for
     * its turn (P6).
     */
    @Override
    public synchronized void pause() {
        yields = true;
        executors.forEach(BoundedExecutor::pause);
        kinds.forEach(KindReactor::pauseBackground);
    }

    /** Takes up what has waited (N-10), and begins daemons and timers again. */
    @Override
    public void resume(boolean afterOthers) {
        try {
            if (afterOthers) {
                kinds.forEach(KindReactor::catchUp); // not within, as their watches may call us
            }
        } finally { // whatever failed, what has waited is not to wait for ever
            takeUp(afterOthers);
        }
    }

    private synchronized void takeUp(boolean afterOthers) {
        yields = false;
        if (afterOthers) {
            executors.forEach(BoundedExecutor::passTurn);
        }
        kinds.forEach(kind -> kind.resumeBackground(afterOthers));
        if (readiness == null || readiness.isReady()) {
            executors.forEach(BoundedExecutor::resume);
        }
    }

    /** Handlers find in the indexes what there is (I-8). */
    private synchronized void onIndexed() {
        if (!yields) {
            executors.forEach(BoundedExecutor::resume);
        }
    }

    /**
     * Waits until all there is has been listed once, and indexed.
     *
     * @return whether it was, in that time
     */
    public boolean awaitListed(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        LateNamespaces coming = lateNamespaces;
        return (coming == null || isDone(coming.opened(), end))
                && isDone(listed(), end)
                && (readiness == null || readiness.await(Duration.ofNanos(end - System.nanoTime())))
                && (late == null || (isDone(late.begun(), end) && isDone(listed(), end)));
    }

    private CompletableFuture<Void> listed() {
        return CompletableFuture.allOf(kinds.stream().map(KindReactor::listed).toArray(CompletableFuture<?>[]::new));
    }

    private static boolean isDone(CompletableFuture<Void> future, long end) throws InterruptedException {
        try {
            future.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What is not watched as it should be; nothing before the start (P7). */
    public List<Outage> outages() {
        List<Outage> outages = new ArrayList<>(
                kinds.stream().flatMap(kind -> kind.outages().stream()).toList());
        Outage indexes = readiness == null ? null : readiness.outage();
        if (indexes != null) {
            outages.add(indexes);
        }
        if (late != null) {
            outages.addAll(late.outages());
        }
        LateNamespaces coming = lateNamespaces;
        if (coming != null) {
            outages.addAll(coming.outages());
        }
        return outages;
    }

    /** Whether nothing is owed to an object as it is; false where its kind has no handlers. */
    public boolean hasHandled(Body body) {
        return kinds.stream().anyMatch(kind -> kind.serves(body) && kind.isDone(body));
    }

    /** How many objects are left alone until they change, as nothing can be done for them as they are (P7). */
    public int parked() {
        return kinds.stream().mapToInt(KindReactor::parked).sum();
    }

    /** The objects that something is owed to (P7). */
    public List<UnsettledObject> unsettled() {
        return kinds.stream().flatMap(KindReactor::unsettled).toList();
    }

    /**
     * Ends the watching and waits for handlers that run (R8). Whoever is not done by then is interrupted.
     *
     * @param interrupting told before anybody is interrupted
     * @return whether all were done in that time
     */
    public boolean stop(Duration gracePeriod, Runnable interrupting) throws InterruptedException {
        if (late != null) {
            Ending.step(late::stop);
        }
        LateNamespaces coming = lateNamespaces;
        if (coming != null) {
            Ending.step(coming::stop);
        }
        Ending.each(kinds, KindReactor::stop);
        executors.forEach(BoundedExecutor::close);
        lanes.forEach(BoundedExecutor::close);
        threads.shutdown();
        boolean done = threads.awaitEnd(gracePeriod);
        if (!done) {
            interrupting.run();
            threads.interrupt();
            boolean unused = Thread.interrupted(); // it may be a handler that ends the operator: it is to end it whole
            // What other handlers of the same pass finished is still stored.
            threads.awaitEnd(LAST_WRITES);
        }
        Instant end = surroundings.timers().instant().plus(LAST_WRITES);
        Ending.each(kinds, kind -> kind.writeRest(end));
        return done;
    }

    /** The daemons and timers that run at this moment, as they are named to people. */
    public List<String> background() {
        return kinds.stream().flatMap(kind -> kind.background().stream()).toList();
    }
}
