package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.internal.client.AccessCheck;
import dev.kopf.runtime.internal.client.ServedKind;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.Watchdog;
import dev.kopf.runtime.internal.recording.CycleEvent;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** All that happens to one kind: its watchers, its workers, its cycle. Safe for use by several threads. */
final class KindReactor implements ObjectWorker.Work {

    private final KindHandlers handlers;
    private final Cycle cycle;
    private final Workers workers;
    private final HandlerExecutor executor;
    private final BooleanSupplier stopping;
    private final Parked parked = new Parked();
    private final List<Watcher> watchers = new ArrayList<>();
    private volatile ServedKind served;

    KindReactor(KindHandlers handlers, Collaborators with, Places places, Timers timers) {
        this.handlers = handlers;
        this.cycle = new Cycle(handlers, with);
        this.workers = new Workers(handlers.kind(), this, places, timers, with.waiting());
        this.executor = with.executor();
        this.stopping = with.stopping();
        this.served =
                new ServedKind(handlers.kind(), false); // until discovery has told, which comes before the first event
    }

    /**
     * Begins to watch.
     *
     * @param namespaces where; null among them for the whole cluster, where kinds without namespaces always are
     * @param listed counted down when the first list of each is complete
     */
    void watch(List<@Nullable String> namespaces, Watcher.Surroundings surroundings, CountDownLatch listed) {
        if (!handlers.kind().isNamespaced()) {
            watch((String) null, surroundings, listed);
            return;
        }
        for (String namespace : namespaces) {
            watch(namespace, surroundings, listed);
        }
    }

    private void watch(@Nullable String scope, Watcher.Surroundings surroundings, CountDownLatch listed) {
        AtomicBoolean first = new AtomicBoolean(true);
        Watcher watcher = new Watcher(handlers.kind(), scope, surroundings, new Watcher.Listener() {
            @Override
            public void onServed(ServedKind kind) {
                served = kind;
                if (!handlers.changing().isEmpty()) {
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
                workers.deliver(event);
            }

            @Override
            public void onHistoryRestored() {
                workers.forgetVersions();
            }

            @Override
            public List<String> waiting() {
                return handlers.descriptions();
            }

            @Override
            public void onListed(Set<String> uids) {
                workers.retain(scope, uids);
                parked.retain(scope, uids);
                if (first.compareAndSet(true, false)) {
                    listed.countDown();
                }
            }
        });
        watchers.add(watcher);
        watcher.start();
    }

    void stop() {
        watchers.forEach(Watcher::close);
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
    public @Nullable Memory cycle(ObjectRef object, Memory memory, @Nullable WaitingState newest, Patch extra) {
        CycleEvent recorded = CycleEvent.begin(object);
        Memory after = memory.settled();
        try (Watchdog.Watch watch = executor.watch(object)) {
            after = cycle.run(new Cycle.Subject(served, object), memory, newest, extra);
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

    /** How many objects are left alone, as they are nested too deeply. */
    int parked() {
        return parked.size();
    }

    private static CycleEvent.Outcome outcome(@Nullable Memory after) {
        if (after == null) {
            return CycleEvent.Outcome.GONE;
        }
        return after.isIdle() ? CycleEvent.Outcome.SETTLED : CycleEvent.Outcome.WAITING;
    }

    @Override
    public boolean isStopping() {
        return stopping.getAsBoolean();
    }
}
