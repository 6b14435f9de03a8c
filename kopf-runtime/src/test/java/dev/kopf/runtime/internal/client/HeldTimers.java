package dev.kopf.runtime.internal.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A clock that stands still: a test runs what was to be done later, also what was cancelled, as that may have begun before. Safe for use
 * by several threads.
 */
public final class HeldTimers implements Timers {

    /** What was to be done later, in the order in which it was said. */
    public final List<Runnable> tasks = new CopyOnWriteArrayList<>();

    /** What of it was cancelled. */
    public final List<Runnable> cancelled = new CopyOnWriteArrayList<>();

    /** What happens while the next task is given, or cancelled, whichever comes first. */
    public volatile Runnable next = () -> {};

    @Override
    public Instant instant() {
        return Instant.EPOCH;
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        tasks.add(task);
        happens();
        return () -> {
            cancelled.add(task);
            happens();
        };
    }

    private void happens() {
        Runnable once = next;
        next = () -> {};
        once.run();
    }
}
