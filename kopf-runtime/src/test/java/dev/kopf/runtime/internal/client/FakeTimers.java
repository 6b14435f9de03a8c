package dev.kopf.runtime.internal.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clock that a test turns: what is due is run by {@link #advance}, in order. One thread turns it, others may set timers. */
public final class FakeTimers implements Timers {

    private final List<Task> tasks = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int count;
    private @Nullable Duration failing;
    private int failures;

    private record Task(Instant due, int number, Runnable action) {
        Task moved(Duration by) {
            return new Task(due.plus(by), number, action);
        }
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable task) {
        if (delay.equals(failing) || failures > 0) {
            failing = null;
            failures = Math.max(0, failures - 1);
            throw new OutOfMemoryError("no memory for a timer");
        }
        Task added = new Task(now.plus(delay), count++, task);
        tasks.add(added);
        return () -> cancel(added);
    }

    /** Lets time pass, and runs what is due meanwhile. */
    public void advance(Duration time) {
        Instant end = instant().plus(time);
        for (Task next = takeUntil(end); next != null; next = takeUntil(end)) {
            next.action().run();
        }
        reach(end);
    }

    private synchronized @Nullable Task takeUntil(Instant end) {
        Task next = next();
        if (next == null || next.due().isAfter(end)) {
            return null;
        }
        tasks.remove(next);
        reach(next.due());
        return next;
    }

    private synchronized void reach(Instant time) {
        now = time.isAfter(now) ? time : now;
    }

    private synchronized void cancel(Task task) {
        tasks.removeIf(each -> each.number() == task.number());
    }

    /** Lets time pass without running anything, as it does while a handler is at work. */
    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    /** Sets the clock to another time; timers do not mind. */
    public synchronized void jump(Duration by) {
        now = now.plus(by);
        tasks.replaceAll(task -> task.moved(by));
    }

    /** There is no memory for the next task that is to be done after so long. */
    public synchronized void failOnce(Duration delay) {
        failing = delay;
    }

    /** There is no memory for so many tasks, whatever they are. */
    public synchronized void failNext(int tasks) {
        failures = tasks;
    }

    /** How many tasks wait for their time. */
    public synchronized int waiting() {
        return tasks.size();
    }

    private @Nullable Task next() {
        return tasks.stream()
                .min(Comparator.comparing(Task::due).thenComparing(Task::number))
                .orElse(null);
    }
}
