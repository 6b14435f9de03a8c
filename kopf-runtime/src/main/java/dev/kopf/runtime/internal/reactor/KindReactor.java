package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.internal.background.KindBackground;
import dev.kopf.runtime.internal.background.Surroundings;
import dev.kopf.runtime.internal.client.Absence;
import dev.kopf.runtime.internal.client.AccessCheck;
import dev.kopf.runtime.internal.client.Outage;
import dev.kopf.runtime.internal.client.ServedKind;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.MemoValues;
import dev.kopf.runtime.internal.execution.Watchdog;
import dev.kopf.runtime.internal.recording.CycleEvent;
import dev.kopf.runtime.progress.UnsettledObject;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that happens to one kind: its watchers, its workers, its cycle. Safe for use by several threads. */
final class KindReactor implements ObjectWorker.Work {

    /** Of a state that is from before the last turn of others, whichever that was. */
    private static final int OUTDATED = -1;

    private final KindHandlers handlers;
    private final Cycle cycle;
    private final LastWrites lastWrites;
    private final Workers workers;
    private final HandlerExecutor executor;
    private final BooleanSupplier stopping;
    private final @Nullable KindBackground background;
    private final KindMemos memos;
    private final Function<ObjectRef, MemoValues> objectMemos;
    private final Parked parked = new Parked();
    private final KindWatches watches;
    private final CatchingUp catchingUp = new CatchingUp();
    private final Collaborators with;
    private final Timers timers;
    private volatile ServedKind served;

    /** Null where no index is filled from the kind. */
    private volatile @Nullable IndexingLane lane;

    /** @param daemons gives each daemon a thread at once */
    KindReactor(KindHandlers handlers, Collaborators with, Places places, Timers timers, Executor daemons) {
        this.handlers = handlers;
        this.with = with;
        this.timers = timers;
        this.watches = new KindWatches(handlers.kind(), this::listener);
        this.workers = new Workers(handlers.kind(), this, places, timers, with.waiting());
        this.background = handlers.background().isEmpty() ? null : background(with, daemons, places, timers);
        this.memos = new KindMemos(workers);
        this.objectMemos = memos::of;
        with.executor().shared().memos().of(handlers.kind(), objectMemos);
        this.cycle = new Cycle(handlers, with, places, background, this::index);
        this.lastWrites = new LastWrites(with, cycle);
        this.executor = with.executor();
        this.stopping = with.stopping();
        this.served =
                new ServedKind(handlers.kind(), false); // until discovery has told, which comes before the first event
    }

    private KindBackground background(Collaborators with, Executor daemons, Places places, Timers timers) {
        Surroundings.Objects objects = new Surroundings.Objects() {
            @Override
            public void wake(ObjectRef object) {
                workers.wake(object);
            }

            @Override
            public boolean isThere(ObjectRef object) {
                return workers.isThere(object);
            }

            @Override
            public void write(ObjectRef object, Patch patch, Runnable done) {
                int turns = places.turnsOfOthers(); // first: what was newest then may be from before one that ends
                // meanwhile
                Body newest = newest(object);
                if (places.isPaused()) {
                    writeAtPause(object, newest, patch, done);
                } else {
                    workers.write(object, new Given(patch, List.of(done), basis(newest, patch), turns));
                }
            }

            @Override
            public void writeLast(ObjectRef object, Body known, Patch patch, Runnable done) {
                if (places.isPaused()) {
                    writeAtPause(object, known, patch, done);
                } else {
                    writeInDoubt(object, known, patch, done);
                }
            }

            private void writeAtPause(ObjectRef object, @Nullable Body known, Patch patch, Runnable done) {
                // What is owed is older, and is not to be written after this.
                Patch rest = workers.owes(object) ? patch : lastWrites.write(object, served, known, patch);
                if (rest.isEmpty()) {
                    done.run();
                } else {
                    writeInDoubt(object, known, rest, done);
                }
            }

            private void writeInDoubt(ObjectRef object, @Nullable Body known, Patch patch, Runnable done) {
                Basis basis = basis(known, patch).inDoubt();
                workers.write(object, new Given(patch, List.of(done), basis, places.turnsOfOthers()));
            }
        };
        return new KindBackground(
                handlers,
                new Surroundings(
                        with.executor(),
                        with.persistence(),
                        timers,
                        new Surroundings.Threads(daemons, places),
                        objects));
    }

    /**
     * Has what is watched indexed before anything else; to be called before it is watched.
     *
     * @param places where handlers that fill indexes are called, also while others have taken over
     * @param readiness is told how far that has come
     */
    void index(Places places, IndexReadiness readiness) {
        lane = new IndexingLane(new KindIndexing(handlers, with), places, timers, next(), readiness);
    }

    private IndexingLane.Next next() {
        return new IndexingLane.Next() {
            @Override
            public int turnsOfOthers() {
                return workers.turnsOfOthers();
            }

            @Override
            public void take(WatchEvent event, int turnsOfOthers) {
                if (!handlers.onlyIndex()) {
                    workers.deliver(event, turnsOfOthers);
                }
            }
        };
    }

    private void index(ObjectRef object, WatchEvent event) {
        if (lane != null) {
            lane.index(object, event);
        }
    }

    /**
     * Begins to watch.
     *
     * @param namespaces where; null among them for the whole cluster, where kinds without namespaces always are
     */
    void watch(Supplier<? extends Collection<@Nullable String>> namespaces, Watcher.Surroundings surroundings) {
        watches.begin(namespaces, surroundings);
    }

    /** Serves one more namespace, if it watches already. */
    void open(String namespace) {
        watches.open(namespace);
    }

    /** Serves a namespace no longer: what was there is gone (R4), and nothing of it stays (P6). */
    void close(String namespace) {
        if (watches.close(namespace)) {
            retain(namespace, Set.of());
            workers.forgetNamespace(namespace);
            catchingUp.forget(namespace);
        }
    }

    /** Others have had their turn: what watches tell of from before that is asked for (N-10). */
    void catchUp() {
        watches.catchUp();
    }

    /** Complete when it watches, and all that is watched at this moment has been listed once. */
    CompletableFuture<Void> listed() {
        return watches.listed();
    }

    /** What is not watched as it should be. */
    List<Outage> outages() {
        return watches.outages();
    }

    private void retain(@Nullable String scope, Set<String> uids) {
        if (lane != null) {
            lane.retain(scope, uids); // before the workers, so that it brings them nothing that has vanished
        }
        workers.retain(scope, uids);
        parked.retain(scope, uids);
    }

    private Watcher.Listener listener(
            @Nullable String scope, Watcher.Surroundings surroundings, KindWatches.Beginning beginning) {
        return new Watcher.Listener() {
            private final Absence absence = new Absence();

            @Override
            public void onServed(ServedKind kind) {
                absence.over();
                served = kind;
                if (!handlers.changing().isEmpty() || !handlers.background().isEmpty()) {
                    ask(null);
                    if (kind.statusSubresource()) {
                        ask("status");
                    }
                }
            }

            private void ask(@Nullable String subresource) {
                surroundings.needs().accept(new AccessCheck.Need("patch", handlers.kind(), subresource, scope));
            }

            @Override
            public void onEvent(WatchEvent event) {
                int now = workers.turnsOfOthers(); // first: a turn that ends meanwhile is one that this is from before
                int turnsOfOthers = catchingUp.isOutdated(event) ? OUTDATED : now;
                if (lane != null) {
                    lane.deliver(event, turnsOfOthers);
                } else {
                    workers.deliver(event, turnsOfOthers);
                }
            }

            @Override
            public void onHistoryRestored() {
                if (lane != null) {
                    lane.forgetVersions();
                }
                workers.forgetVersions();
                catchingUp.forget(scope);
            }

            @Override
            public void onCatchingUp(@Nullable String until) {
                catchingUp.behind(scope, until);
            }

            @Override
            public List<String> waiting() {
                return handlers.descriptions();
            }

            /** The objects of a kind go with it (R4). */
            @Override
            public void onMissing() {
                beginning.failed();
                if (lane != null) {
                    lane.missing(scope);
                }
                if (absence.isEnd(surroundings.timers().instant())) {
                    retain(scope, Set.of());
                }
            }

            @Override
            public String onRefused(int status) {
                beginning.failed();
                return "";
            }

            @Override
            public void onListed(Set<String> uids) {
                retain(scope, uids);
                if (lane != null) {
                    lane.listed(scope);
                }
                beginning.listed();
            }
        };
    }

    /** Whether there are handlers that keep their threads. */
    boolean hasDaemons() {
        return handlers.background().stream().anyMatch(handler -> handler.type() == HandlerType.DAEMON);
    }

    void stop() {
        watches.close();
        if (background != null) {
            background.stop();
        }
    }

    /** Ends alone, while the operator goes on: nobody is to keep anything of it. */
    void end() {
        stop();
        with.executor().shared().memos().forget(handlers.kind(), objectMemos);
        if (lane != null) {
            lane.end();
        }
    }

    /** Lets all daemons and timers end, as another operator has taken over, and begins none until {@link #resumeBackground}. */
    void pauseBackground() {
        if (background != null) {
            background.pause();
        }
    }

    /**
     * Begins daemons and timers again.
     *
     * @param afterOthers whether others may have changed the objects meanwhile
     */
    void resumeBackground(boolean afterOthers) {
        if (background != null) {
            background.resume(afterOthers);
        }
    }

    /** Who still runs of the daemons and timers, as they are named to people. */
    List<String> background() {
        return background == null ? List.of() : background.running();
    }

    /** Writes what daemons and timers have left to be written when all has ended; until that time. */
    void writeRest(Instant end) {
        if (background != null) {
            workers.writeRest(end);
        }
    }

    @Override
    public boolean spies() {
        return !handlers.events().isEmpty();
    }

    @Override
    public Patch spy(ObjectRef object, Memory memory, WatchEvent event) {
        try (Watchdog.Watch watch = executor.watch(object)) {
            return cycle.spy(object, memory, event);
        } catch (StackOverflowError e) {
            if (event.type() == WatchEvent.Type.DELETED) {
                parked.remove(object);
            } else {
                park(object);
            }
            throw e;
        }
    }

    @Override
    public @Nullable Memory cycle(
            ObjectRef object, Memory memory, @Nullable WaitingState newest, Patch extra, int turnsOfOthers) {
        CycleEvent recorded = CycleEvent.begin(object);
        Memory after = memory.settled();
        try (Watchdog.Watch watch = executor.watch(object)) {
            after = cycle.run(new Cycle.Subject(served, object, turnsOfOthers), memory, newest, extra);
            parked.remove(object);
            return after;
        } catch (StackOverflowError e) {
            park(object);
            throw e;
        } finally {
            recorded.end(outcome(after));
        }
    }

    @Override
    public String digest(WatchEvent event) {
        return cycle.digest(event);
    }

    /** Handlers do not throw here: whatever looks at objects goes as deep as they do. Who looks at them from outside is told once. */
    private void park(ObjectRef object) {
        if (parked.add(object)) {
            executor.warn(
                    object,
                    "NestedTooDeeply",
                    "It is nested too deeply to be handled, and is left alone until it changes. Make it flatter, or give the"
                            + " operator larger stacks (-Xss).");
        }
    }

    boolean serves(Body body) {
        return handlers.kind().apiVersion().equals(body.fields().get("apiVersion"))
                && handlers.kind().kind().equals(body.fields().get("kind"));
    }

    boolean isDone(Body body) {
        return (lane == null || lane.isDone(body)) && cycle.isDone(body);
    }

    /** How many objects are left alone, as they are nested too deeply. */
    int parked() {
        return parked.size();
    }

    /** The objects that something is owed to: to their handling, or else to their indexing, which comes before. */
    Stream<UnsettledObject> unsettled() {
        IndexingLane indexed = lane;
        if (indexed == null) {
            return workers.unsettled();
        }
        Map<ObjectRef, UnsettledObject> found = new LinkedHashMap<>();
        Stream.concat(workers.unsettled(), indexed.unsettled()).forEach(each -> found.putIfAbsent(each.object(), each));
        return found.values().stream();
    }

    /** Of how many objects handlers share something. */
    int memos() {
        return memos.size();
    }

    private static CycleEvent.Outcome outcome(@Nullable Memory after) {
        if (after == null) {
            return CycleEvent.Outcome.GONE;
        }
        return after.isIdle() ? CycleEvent.Outcome.SETTLED : CycleEvent.Outcome.WAITING;
    }

    @Override
    public @Nullable WaitingState latest(ObjectRef object) {
        Body body = newest(object);
        if (background == null || body == null) {
            return null;
        }
        WatchEvent event = new WatchEvent(WatchEvent.Type.MODIFIED, body);
        return background.isOutdated(Workers.key(object))
                ? WaitingState.Key.of(event, null, false)
                : WaitingState.of(event);
    }

    @Override
    public Basis basis(ObjectRef object, Patch patch) {
        return basis(newest(object), patch);
    }

    private static Basis basis(@Nullable Body known, Patch patch) {
        return known == null ? Basis.NONE : Basis.of(known, patch.fields());
    }

    private @Nullable Body newest(ObjectRef object) {
        return background == null ? null : background.latest(Workers.key(object));
    }

    @Override
    public void forget(String key) {
        memos.forget(key);
        if (background != null) {
            background.forget(key);
        }
    }

    @Override
    public boolean isStopping() {
        return stopping.getAsBoolean();
    }
}
