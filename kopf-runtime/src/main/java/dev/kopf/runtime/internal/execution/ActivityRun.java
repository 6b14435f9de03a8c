package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.handler.Activity;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.progress.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** One handler of the operator's own start or end, attempt after attempt (L-30). Nothing of it is stored. Safe for use by several threads. */
final class ActivityRun {

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Activity activity;
    private final ActivityAttempt attempt;
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
        this.attempt = new ActivityAttempt(activity.type().text(), activity.options(), services);
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
            ActivityAttempt.LOGGER.error("There is no thread for the {}. It is tried again.", attempt.name(), e);
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
        Outcome outcome = attempt.outcome(before, activity.function()::run, this::isEnded);
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

    private synchronized boolean isEnded() {
        return ended; // it was interrupted, and is said to have been
    }
}
