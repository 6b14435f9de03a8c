package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.handler.Activity;
import dev.kopf.runtime.internal.client.Timers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Handlers of the operator's own start or end, all at once, each until it succeeds or fails for good (L-1, L-30), or the time of all is over:
 * one that hangs must not make an operator that looks alive and does nothing. Safe for use by several threads.
 */
public final class Activities {

    private final List<Activity> activities;
    private final List<ActivityRun> runs = new ArrayList<>();
    private final Services services;

    /** @param executor runs each attempt in a thread of its own */
    public Activities(List<Activity> activities, Services services, Executor executor) {
        this.activities = List.copyOf(activities);
        this.services = services;
        activities.forEach(activity -> runs.add(new ActivityRun(activity, services, executor)));
    }

    /**
     * Begins.
     *
     * @param time after which what has not ended has failed
     * @return completes when all have ended, with a sentence for each that failed
     */
    public CompletableFuture<List<String>> run(Duration time) {
        if (runs.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        runs.forEach(ActivityRun::begin);
        Timers.Timer limit = services.time()
                .after(time, () -> end("It has not succeeded within " + time.toMillis() / 1000.0 + " s."));
        return CompletableFuture.allOf(runs.stream().map(ActivityRun::failure).toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> {
                    limit.cancel();
                    return failures();
                });
    }

    /** Ends what has not ended, which counts as failed. */
    public void end(String why) {
        runs.forEach(run -> run.end(why));
    }

    /** Completes when no attempt runs any more; that of the thread that asks does not count. */
    public CompletableFuture<?> quiet() {
        return CompletableFuture.allOf(runs.stream().map(ActivityRun::quiet).toArray(CompletableFuture<?>[]::new));
    }

    private List<String> failures() {
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            String why = runs.get(i).failure().join();
            if (why != null) {
                Activity activity = activities.get(i);
                failures.add("The " + activity.type().text() + " handler '" + activity.id() + "' failed: " + why);
            }
        }
        return failures;
    }
}
