package dev.kopf.runtime.internal.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A clock that a test turns: what is due is run by {@link #advance}, in order. Not safe for use by several threads. */
public final class FakeTimers implements Timers {

    private final List<Task> tasks = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int count;

    private record Task(Instant due, int number, Runnable action) {
        Task moved(Duration by) {
            return new Task(due.plus(by), number, action);
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Task added = new Task(now.plus(delay), count++, task);
        tasks.add(added);
        return () -> tasks.removeIf(each -> each.number() == added.number());
    }

    /** Lets time pass, and runs what is due meanwhile. */
    public void advance(Duration time) {
        Instant end = now.plus(time);
        for (Task next = next(); next != null && !next.due().isAfter(end); next = next()) {
            tasks.remove(next);
            now = next.due().isAfter(now) ? next.due() : now;
            next.action().run();
        }
        now = end.isAfter(now) ? end : now;
    }

    /** Lets time pass without running anything, as it does while a handler is at work. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Sets the clock to another time; timers do not mind. */
    public void jump(Duration by) {
        now = now.plus(by);
        tasks.replaceAll(task -> task.moved(by));
    }

    /** How many tasks wait for their time. */
    public int waiting() {
        return tasks.size();
    }

    private @org.jspecify.annotations.Nullable Task next() {
        return tasks.stream()
                .min(Comparator.comparing(Task::due).thenComparing(Task::number))
                .orElse(null);
    }
}
