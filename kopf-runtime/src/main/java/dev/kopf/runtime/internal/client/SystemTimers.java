package dev.kopf.runtime.internal.client;

import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's clock, and one thread that runs what is due. Safe for use by several threads.
 *
 * <p>Who sets or cancels a timer waits for nobody. With a lock, as the JDK's executors have, a virtual thread that waits for it while
 * handlers compute on all that carries virtual threads would never get it, and whoever comes after in the queue of the lock would not
 * either: this thread, and with it all retries (P2).
 */
public final class SystemTimers implements Timers, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.timers");

    /** What is longer than this need not be waited for, and fits into a number of nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** Earlier than any timer: the thread is awake, and looks at all timers before it sleeps. */
    private static final long AWAKE = Long.MIN_VALUE;

    private final ConcurrentNavigableMap<Due, Task> waiting = new ConcurrentSkipListMap<>();
    private final AtomicLong count = new AtomicLong();
    private final long origin = System.nanoTime();

    /** Null before the first task. */
    private volatile @Nullable Thread thread;

    /** Until when the thread sleeps if nobody wakes it. */
    private volatile long asleepUntil = AWAKE;

    private volatile boolean closed;

    private final String name;

    public SystemTimers() {
        this("kopf-timers");
    }

    /** @param name of the thread */
    public SystemTimers(String name) {
        this.name = name;
    }

    /**
     * When a task is due.
     *
     * @param nanos after the origin
     * @param number of tasks that are due at the same time, the one that came first is the first
     */
    private record Due(long nanos, long number) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(nanos, other.nanos);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    /** What is done once, or not at all: whoever takes it first does it, or has it cancelled. */
    private static final class Task {
        private final Runnable work;
        private final AtomicBoolean isTaken = new AtomicBoolean();

        Task(Runnable work) {
            this.work = work;
        }

        boolean take() {
            return isTaken.compareAndSet(false, true);
        }
    }

    @Override
    public Instant instant() {
        return Instant.now();
    }

    /** {@inheritDoc} Who sets one while the operator ends needs it no more, and does not fail. */
    @Override
    public Timer after(Duration delay, Runnable work) {
        Task task = new Task(work);
        Due due = new Due(now() + nanos(delay), count.getAndIncrement());
        Thread runs = thread != null ? thread : start();
        if (runs == null) {
            return () -> {};
        }
        waiting.put(due, task);
        VarHandle.fullFence(); // the thread sees the task, or it is seen that the thread sleeps
        if (due.nanos() < asleepUntil) {
            LockSupport.unpark(runs);
        }
        return () -> cancel(due, task);
    }

    /** How long something waits already that is due; zero where nothing does. Many seconds, where the thread is in a task that does not end. */
    public Duration late() {
        Map.Entry<Due, Task> first = waiting.firstEntry();
        return first == null || closed
                ? Duration.ZERO
                : Duration.ofNanos(Math.max(0, now() - first.getKey().nanos()));
    }

    private void cancel(Due due, Task task) {
        try {
            if (task.take()) {
                waiting.remove(due);
            }
        } catch (OutOfMemoryError e) {
            // It stays, and is passed over when it is due.
        }
    }

    private long now() {
        return System.nanoTime() - origin;
    }

    private static long nanos(Duration delay) {
        return delay.isNegative() ? 0 : (delay.compareTo(LONGEST) < 0 ? delay : LONGEST).toNanos();
    }

    /** Null where all has ended. */
    private synchronized @Nullable Thread start() {
        if (thread == null && !closed) {
            Thread made = new Thread(this::work, name);
            made.setDaemon(true);
            made.start();
            thread = made;
        }
        return closed ? null : thread;
    }

    private void work() {
        while (!closed) {
            try {
                runOrSleep();
            } catch (Throwable e) { // of a task, or no memory: whatever it is, the others are to be run
                tell(e);
            }
        }
        waiting.clear();
    }

    private void runOrSleep() {
        Map.Entry<Due, Task> first = waiting.firstEntry();
        if (first != null && first.getKey().nanos() <= now()) {
            boolean isMine = first.getValue().take();
            try {
                waiting.remove(first.getKey()); // takes memory, of which there may be none
            } finally {
                if (isMine) {
                    first.getValue().work.run();
                }
            }
            return;
        }
        long until = first == null ? Long.MAX_VALUE : first.getKey().nanos();
        asleepUntil = until;
        VarHandle.fullFence();
        Map.Entry<Due, Task> earliest = waiting.firstEntry();
        if (!closed && (earliest == null || earliest.getKey().nanos() >= until)) {
            boolean unused = Thread.interrupted(); // nobody sleeps who is interrupted
            LockSupport.parkNanos(this, until - now());
        }
        asleepUntil = AWAKE;
    }

    private static void tell(Throwable e) {
        try {
            LOGGER.error("A task of the operator failed. This is a bug of Kopf.", e);
        } catch (Throwable untold) {
            // There is no memory for words either.
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
