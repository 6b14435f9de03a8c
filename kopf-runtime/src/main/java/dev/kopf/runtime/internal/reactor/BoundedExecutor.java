package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.Timers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * Lets a bounded number of tasks work at once, without letting the slow ones hold up the rest (P2): a task that takes longer than
 * a moment is waiting for something, and gives its place away. Safe for use by several threads.
 */
final class BoundedExecutor implements Executor {

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Executor threads;
    private final Timers timers;
    private final int places;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int taken;
    private boolean closed;

    BoundedExecutor(Executor threads, Timers timers, int places) {
        this.threads = threads;
        this.timers = timers;
        this.places = places;
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

    /** Begins no further task. */
    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    private void startNext() {
        Runnable task;
        synchronized (this) {
            if (taken >= places || waiting.isEmpty()) {
                return;
            }
            taken++;
            task = waiting.remove();
        }
        Place place = new Place();
        threads.execute(() -> {
            Timers.Timer patience = timers.after(MOMENT, place::giveBack);
            try {
                task.run();
            } finally {
                patience.cancel();
                place.giveBack();
            }
        });
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
