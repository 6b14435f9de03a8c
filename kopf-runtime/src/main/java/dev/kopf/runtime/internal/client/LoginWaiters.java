package dev.kopf.runtime.internal.client;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Who waits for credentials, each for a while only. Safe for use by several threads. */
final class LoginWaiters {

    /** How long a request waits; then it fails as it does when the server cannot be reached. */
    static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Timers timers;
    private final Map<Long, CompletableFuture<Session>> waiting = new LinkedHashMap<>();
    private long count;

    LoginWaiters(Timers timers) {
        this.timers = timers;
    }

    /**
     * One more.
     *
     * @param tooLong what it fails with when it has waited for too long
     */
    CompletableFuture<Session> add(Supplier<IOException> tooLong) {
        CompletableFuture<Session> one = new CompletableFuture<>();
        long number;
        synchronized (this) {
            number = count++;
            waiting.put(number, one);
        }
        Timers.Timer limit = timers.after(PATIENCE, () -> one.completeExceptionally(tooLong.get()));
        return one.whenComplete((session, failure) -> {
            limit.cancel();
            leave(number);
        });
    }

    private synchronized void leave(long number) {
        waiting.remove(number);
    }

    /** All, as they are now; whoever completes them holds no lock. */
    synchronized List<CompletableFuture<Session>> all() {
        return List.copyOf(waiting.values());
    }
}
