package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.client.Watcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The loop over all kinds and namespaces: routes what is watched to the workers of the objects. Safe for use by several threads.
 */
public final class Reactor {

    private static final Duration LAST_WRITES = Duration.ofSeconds(2);

    private final List<KindReactor> kinds = new ArrayList<>();
    private final List<@Nullable String> scopes = new ArrayList<>();
    private final Watcher.Surroundings surroundings;
    private final ExecutorService threads;

    /** One for each kind: no handlers of one take what those of another need (P2). */
    private final List<BoundedExecutor> executors = new ArrayList<>();

    private final CountDownLatch listed;

    /**
     * @param registry whom to call
     * @param namespaces where; empty for the whole cluster
     * @param threads gives each task a thread at once; shut down with the reactor
     */
    public Reactor(
            Registry registry,
            Collection<String> namespaces,
            Collaborators with,
            Watcher.Surroundings surroundings,
            ExecutorService threads) {
        this.surroundings = surroundings;
        this.threads = threads;
        Timers timers = surroundings.timers();
        if (namespaces.isEmpty()) {
            scopes.add(null);
        } else {
            scopes.addAll(namespaces);
        }
        int watchers = 0;
        for (KindHandlers handlers : registry.kinds()) {
            BoundedExecutor executor = new BoundedExecutor(threads, timers, limits(Threads.areVirtual()));
            executors.add(executor);
            kinds.add(new KindReactor(handlers, with, executor, timers));
            watchers += handlers.kind().isNamespaced() ? scopes.size() : 1;
        }
        this.listed = new CountDownLatch(watchers);
    }

    /**
     * How many objects of a kind are worked on at once, those that wait for something not counted; and all together. Virtual threads that
     * wait cost next to nothing, and no number of them holds up another object (P2).
     */
    static BoundedExecutor.Limits limits(boolean virtual) {
        return new BoundedExecutor.Limits(32, virtual ? Integer.MAX_VALUE : Threads.MOST);
    }

    /** Begins to watch. */
    public void start() {
        for (KindReactor kind : kinds) {
            kind.watch(scopes, surroundings, listed);
        }
    }

    /**
     * Waits until all there is has been listed once.
     *
     * @return whether it was, in that time
     */
    public boolean awaitListed(Duration time) throws InterruptedException {
        return listed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How many objects are left alone until they change, as nothing can be done for them as they are (P7). */
    public int parked() {
        return kinds.stream().mapToInt(KindReactor::parked).sum();
    }

    /**
     * Ends the watching and waits for handlers that run (R8). Whoever is not done by then is interrupted.
     *
     * @param interrupting told before anybody is interrupted
     * @return whether all were done in that time
     */
    public boolean stop(Duration gracePeriod, Runnable interrupting) throws InterruptedException {
        kinds.forEach(KindReactor::stop);
        executors.forEach(BoundedExecutor::close);
        threads.shutdown();
        boolean done = threads.awaitTermination(gracePeriod.toMillis(), TimeUnit.MILLISECONDS);
        if (!done) {
            interrupting.run();
            threads.shutdownNow();
            // What other handlers of the same pass finished is still stored.
            threads.awaitTermination(LAST_WRITES.toMillis(), TimeUnit.MILLISECONDS);
        }
        return done;
    }
}
