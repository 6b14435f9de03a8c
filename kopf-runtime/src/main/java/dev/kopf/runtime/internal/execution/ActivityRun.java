package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.handler.Activity;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.progress.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One handler of the operator's own start or end, attempt after attempt (L-30). Nothing of it is stored. Safe for use by several threads. */
final class ActivityRun {

    static final Logger LOGGER = LoggerFactory.getLogger("kopf.activities");

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Activity activity;
    private final Services services;
    private final Executor executor;
    private final CompletableFuture<@Nullable String> failure = new CompletableFuture<>();
    private HandlerState state;

    /** Where an attempt runs; null where none does. */
    private @Nullable Thread thread;

    private CompletableFuture<Void> quiet = CompletableFuture.completedFuture(null);
    private Timers.@Nullable Timer pause;
    private boolean ended;

    ActivityRun(Activity activity, Services services, Executor executor) {
        this.activity = activity;
        this.services = services;
        this.executor = executor;
        this.state = HandlerState.fresh(null, null, services.time().instant());
    }

    /** Completes with why it failed; with null where it has succeeded. */
    CompletableFuture<@Nullable String> failure() {
        return failure;
    }

    void begin() {
        try {
            executor.execute(this::attempt);
        } catch (RejectedExecutionException | OutOfMemoryError e) { // the system gives no thread
            LOGGER.error("There is no thread for the {}. It is tried again.", name(), e);
            synchronized (this) {
                if (!ended) {
                    pause = services.time().after(MOMENT, this::begin);
                }
            }
        }
    }

    /** Completes when no attempt runs; at once in the attempt itself. */
    synchronized CompletableFuture<Void> quiet() {
        return thread == Thread.currentThread() ? CompletableFuture.completedFuture(null) : quiet;
    }

    /** No further attempt is made, and the one that runs is interrupted. */
    synchronized void end(String why) {
        ended = true;
        if (pause != null) {
            pause.cancel();
        }
        if (thread != null && thread != Thread.currentThread()) { // it may be the handler that ends the operator
            thread.interrupt();
        }
        failure.complete(why);
    }

    private void attempt() {
        HandlerState before;
        CompletableFuture<Void> over = new CompletableFuture<>();
        synchronized (this) {
            if (ended) {
                return;
            }
            thread = Thread.currentThread();
            quiet = over;
            before = state;
        }
        Outcome outcome = outcome(before);
        over.complete(null);
        synchronized (this) {
            thread = null;
            Instant now = services.time().instant();
            state = before.withOutcome(outcome, now);
            if (ended) {
                return;
            }
            if (outcome instanceof Outcome.Retry retry) {
                Duration delay = retry.delay() == null ? Duration.ZERO : retry.delay();
                pause = services.time().after(delay, this::begin);
                return;
            }
        }
        failure.complete(outcome instanceof Outcome.Failed failed ? failed.message() : null);
    }

    private Outcome outcome(HandlerState before) {
        Outcome limit = ErrorRules.limitReached(
                activity.options(), before, services.time().instant());
        if (limit != null) {
            return limit;
        }
        try {
            LOGGER.debug("The {} handler '{}' is invoked.", activity.type().text(), activity.id());
            activity.function().run(new ActivityCall(activity.id(), before, services));
            LOGGER.info("The {} handler '{}' succeeded.", activity.type().text(), activity.id());
            return new Outcome.Succeeded(null);
        } catch (Throwable thrown) { // the author's code: an Error is an outcome too (R15)
            Outcome outcome = ErrorRules.thrown(
                    thrown,
                    activity.options(),
                    before,
                    services.time().instant(),
                    services.chance().getAsDouble());
            try {
                tell(outcome, thrown);
            } catch (Throwable e) { // of an exception that cannot be printed
                LOGGER.error(
                        "The {} failed with {}, which cannot be shown.",
                        name(),
                        thrown.getClass().getName());
            }
            return outcome;
        }
    }

    private synchronized void tell(Outcome outcome, Throwable thrown) {
        if (ended) {
            return; // it was interrupted, and is said to have been
        }
        String handler = name();
        boolean spoken = thrown instanceof PermanentException || thrown instanceof TemporaryException;
        Throwable trace = spoken ? null : thrown;
        if (outcome instanceof Outcome.Retry retry) {
            Duration delay = retry.delay() == null ? Duration.ZERO : retry.delay();
            LOGGER.error(
                    "The {} failed temporarily, and is retried in {} s: {}",
                    handler,
                    delay.toMillis() / 1000.0,
                    retry.message(),
                    trace);
        } else if (outcome instanceof Outcome.Failed failed) {
            LOGGER.error("The {} failed permanently: {}", handler, failed.message(), trace);
        } else {
            LOGGER.error("The {} failed, which is ignored.", handler, thrown);
        }
    }

    private String name() {
        return activity.type().text() + " handler '" + activity.id() + "'";
    }
}
