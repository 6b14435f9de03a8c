package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.Timers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
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
    private boolean paused;
    private int turnsOfOthers;

    /** Whether the system has given no thread, and none is asked for until some time has passed or a task has ended. */
    private boolean refused;

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
        try {
            startNext();
        } catch (Throwable e) { // no memory: it is accepted all the same, and whoever gave it must not give it twice
            askLater();
        }
    }

    @Override
    public synchronized boolean isCrowded() {
        return !waiting.isEmpty();
    }

    @Override
    public synchronized boolean isPaused() {
        return paused;
    }

    /** Begins no task until {@link #resume}; those that have begun go on. */
    synchronized void pause() {
        paused = true;
    }

    /** Begins those that wait. */
    void resume() {
        synchronized (this) {
            paused = false;
        }
        startNext();
    }

    /** Others have had their turn while this was paused. */
    synchronized void passTurn() {
        turnsOfOthers++;
    }

    @Override
    public synchronized int turnsOfOthers() {
        return turnsOfOthers;
    }

    /** Whether tasks that have begun go on. */
    synchronized boolean isBusy() {
        return running > 0;
    }

    /** Begins no further task. */
    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    /** Begins those for which there are places and threads. */
    private void startNext() {
        boolean begun = true;
        while (begun) {
            begun = startOne();
        }
    }

    private boolean startOne() {
        Place place;
        Runnable task = null;
        try {
            place = new Place(); // before anything is taken
        } catch (OutOfMemoryError e) {
            askLater();
            return false;
        }
        synchronized (this) {
            if (paused || refused || taken >= limits.places() || waiting.isEmpty()) {
                return false;
            }
            if (running < limits.threads()) {
                taken++;
                running++;
                task = waiting.remove();
            }
        }
        if (task == null) {
            exhausted("all " + limits.threads() + " of them are in handlers that take long");
            return false;
        }
        return begin(task, place);
    }

    private boolean begin(Runnable task, Place place) {
        try {
            threads.execute(() -> run(task, place));
            return true;
        } catch (Throwable e) { // the system gives no thread, in whichever words
            if (place.begun) {
                throw e; // it is the task's own
            }
            if (giveBack(task)) {
                exhausted(String.valueOf(e.getMessage()));
            }
            return false;
        }
    }

    /** A task that has got no thread waits again; whether it does, and has not ended with all. */
    private synchronized boolean giveBack(Runnable task) {
        taken--;
        running--;
        if (closed) {
            return false;
        }
        waiting.addFirst(task);
        refused = askLater();
        return true;
    }

    /** Whether threads are asked for again in a moment; else whoever comes next asks. */
    private boolean askLater() {
        try {
            timers.after(MOMENT, this::ask);
            return true;
        } catch (Throwable e) { // no memory for that either
            return false;
        }
    }

    /** Asks the system for threads again. */
    private void ask() {
        synchronized (this) {
            refused = false;
        }
        startNext();
    }

    private void run(Runnable task, Place place) {
        place.begun = true;
        Timers.Timer patience = patience(place);
        try {
            task.run();
        } finally {
            patience.cancel();
            synchronized (this) {
                running--;
                exhausted = false;
                refused = false;
            }
            place.giveBack();
            startNext();
        }
    }

    /** Without memory for it, a task that takes long keeps its place: better than not being run. */
    private Timers.Timer patience(Place place) {
        try {
            return timers.after(MOMENT, place::giveBack);
        } catch (Throwable e) {
            LOGGER.error("A task keeps its place until it ends, as no timer can be set.", e);
            return () -> {};
        }
    }

    /** Said once, until a thread is free again; without the monitor held, as who is to log may wait for it. */
    private void exhausted(String why) {
        boolean isNew;
        synchronized (this) {
            isNew = !exhausted;
            exhausted = true;
        }
        if (isNew) {
            LOGGER.error("There is no thread for a further object: {}. Objects wait until one is free.", why);
        }
    }

    /** A place that is given back once: at the end of its task, or when that takes too long. */
    private final class Place {
        private boolean taken = true;

        /** Whether its task has a thread. */
        private volatile boolean begun;

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
