package dev.kopf.runtime;

import dev.kopf.runtime.handler.Activity;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.internal.execution.Activities;
import dev.kopf.runtime.internal.execution.Services;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done at the start and at the end of an operator, and whether it works in between. Safe for use by several threads. */
final class Lifespan {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.operator");

    private final Activities startup;
    private final Activities cleanup;
    private final Settings.ActivityLimits limits;
    private final Duration gracePeriod;
    private final CompletableFuture<@Nullable String> over = new CompletableFuture<>();
    private boolean begun;
    private boolean ended;

    Lifespan(Registry registry, Services services, Settings settings) {
        Executor threads = Lifespan::inThread;
        this.startup = new Activities(registry.activities(Activity.Type.STARTUP), services, threads);
        this.cleanup = new Activities(registry.activities(Activity.Type.CLEANUP), services, threads);
        this.limits = settings.activityLimits();
        this.gracePeriod = settings.gracePeriod();
    }

    /** Runs what may hang in a thread of its own, which ends with the process. */
    static void inThread(Runnable task) {
        Thread thread = new Thread(task, "kopf-activity");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Calls the handlers of the start, and waits for them.
     *
     * @return a sentence for each that failed; none where the operator was ended meanwhile
     */
    List<String> start() {
        List<String> failures = run(startup, limits.startup());
        synchronized (this) {
            return ended ? List.of() : failures;
        }
    }

    /**
     * Waits for credentials, as long as for the handlers of the start.
     *
     * @param login completes with why there are none, or with null
     * @return a sentence where there are none; nothing where there are, or where the operator was ended meanwhile
     */
    List<String> logIn(Supplier<CompletableFuture<@Nullable String>> login) {
        String problem = Connections.awaitLogin(login.get(), over, limits.startup());
        return problem == null ? List.of() : List.of(problem);
    }

    /** Begins the work in between; false where it is ended already. */
    synchronized boolean begin(Runnable work) {
        if (ended) {
            return false;
        }
        begun = true;
        work.run();
        return true;
    }

    /** Whether the work in between has begun. */
    synchronized boolean hasBegun() {
        return begun;
    }

    /** Ends what has not ended of the start. Says whether the work in between has begun, and is to be ended too. */
    synchronized boolean end() {
        ended = true;
        over.complete(null);
        startup.end("The operator was closed.");
        return begun;
    }

    /**
     * Calls the handlers of the end, and waits for them; what becomes of them is in the log. One of the start that was interrupted may
     * still have in its hands what they clean up: it has the grace period to end.
     */
    void cleanUp() {
        try {
            startup.quiet().get(gracePeriod.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOGGER.warn(
                    "A startup handler was interrupted, and still runs after the grace period of {} s; what has to be cleaned up is, all the"
                            + " same.",
                    gracePeriod.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        run(cleanup, limits.cleanup()).forEach(LOGGER::error);
    }

    private static List<String> run(Activities activities, Duration limit) {
        CompletableFuture<List<String>> failures = activities.run(limit);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return failures.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    activities.end("It was interrupted.");
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
