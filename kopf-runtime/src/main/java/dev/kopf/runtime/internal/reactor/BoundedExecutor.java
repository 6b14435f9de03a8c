package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.Timers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a bounded number of tasks work at once, without letting the slow ones hold up the rest (P2): a task that takes longer than
 * a moment is waiting for something, and gives its place away. There is a limit to that too, of threads; when it is reached, or the
 * system gives no more, tasks wait and nothing is lost. Safe for use by several threads.
 */
final class BoundedExecutor implements Places {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.reactor");
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Executor threads;
    private final Timers timers;
    private final Limits limits;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int taken;
    private int running;
    private boolean closed;
    private boolean exhausted;

    /**
     * How many tasks there may be.
     *
     * @param places that work at once
     * @param threads that work or wait for something
     */
    record Limits(int places, int threads) {}

    BoundedExecutor(Executor threads, Timers timers, Limits limits) {
        this.threads = threads;
        this.timers = timers;
        this.limits = limits;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (closed) {
                return;
            }
            waiting.add(task);
        }
        startNext();
    }

    @Override
    public synchronized boolean isCrowded() {
        return !waiting.isEmpty();
    }

    /** Begins no further task. */
    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    private void startNext() {
        Runnable task;
        synchronized (this) {
            if (taken >= limits.places() || waiting.isEmpty()) {
                return;
            }
            if (running >= limits.threads()) {
                exhausted("all " + limits.threads() + " of them are in handlers that take long");
                return;
            }
            taken++;
            running++;
            task = waiting.remove();
        }
        Place place = new Place();
        try {
            threads.execute(() -> run(task, place));
        } catch (RejectedExecutionException | OutOfMemoryError e) { // the system gives no thread
            synchronized (this) {
                taken--;
                running--;
                if (!closed) {
                    waiting.addFirst(task);
                    exhausted(String.valueOf(e.getMessage()));
                    timers.after(MOMENT, this::startNext);
                }
            }
        }
    }

    private void run(Runnable task, Place place) {
        Timers.Timer patience = timers.after(MOMENT, place::giveBack);
        try {
            task.run();
        } finally {
            patience.cancel();
            synchronized (this) {
                running--;
                exhausted = false;
            }
            place.giveBack();
            startNext();
        }
    }

    /** Said once, until a thread is free again. */
    private void exhausted(String why) {
        if (!exhausted) {
            exhausted = true;
            LOGGER.error("There is no thread for a further object: {}. Objects wait until one is free.", why);
        }
    }

    /** A place that is given back once: at the end of its task, or when that takes too long. */
    private final class Place {
        private boolean taken = true;

        void giveBack() {
            synchronized (BoundedExecutor.this) {
                if (!taken) {
                    return;
                }
                taken = false;
                BoundedExecutor.this.taken--;
            }
            startNext();
        }
    }
}
