package dev.kopf.runtime.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lets several threads do something at the same moment: what a lock forbids happens without it, if it is tried often enough. The threads
 * stay awake from one time to the next, as waking up takes longer than what is to meet. For use by one thread.
 */
public final class Race implements AutoCloseable {

    private static final int SPINS = 1_000;

    private final List<Runner> runners = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean closed;

    /** A thread that does what it is given. */
    private final class Runner extends Thread {
        private volatile @Nullable Runnable task;

        Runner() {
            super("race");
            setDaemon(true);
        }

        @Override
        public void run() {
            int waited = 0;
            while (!closed) {
                Runnable given = task;
                if (given == null) {
                    pause(waited++);
                } else {
                    given.run();
                    task = null;
                    waited = 0;
                }
            }
        }
    }

    /** Runs all tasks at once, the last one in this thread, and returns when all have ended. */
    public void run(Runnable... tasks) {
        while (runners.size() < tasks.length - 1) {
            Runner runner = new Runner();
            runners.add(runner);
            runner.start();
        }
        AtomicInteger missing = new AtomicInteger(tasks.length);
        for (int i = 0; i < tasks.length - 1; i++) {
            Runnable task = tasks[i];
            runners.get(i).task = () -> together(missing, task);
        }
        together(missing, tasks[tasks.length - 1]);
        for (Runner runner : runners) {
            for (int waited = 0; runner.task != null; waited++) {
                pause(waited);
            }
        }
        if (failure.get() != null) {
            throw new AssertionError("One of the threads failed.", failure.get());
        }
    }

    /** Does something in another thread while this one is in the middle of something, and returns when that is done or stands at a lock. */
    public static void meanwhile(Runnable task) {
        Thread other = new Thread(task, "meanwhile");
        other.start();
        while (other.getState() != Thread.State.BLOCKED && other.isAlive()) {
            giveWay();
        }
    }

    /** What to do until another thread has come to where it is waited for: it may have no processor. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: without it, waiting takes longer
    public static void giveWay() {
        Thread.yield();
    }

    private void together(AtomicInteger missing, Runnable task) {
        missing.decrementAndGet();
        for (int waited = 0; missing.get() > 0; waited++) {
            pause(waited);
        }
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    private static void pause(int waited) {
        if (waited < SPINS) {
            Thread.onSpinWait();
        } else {
            giveWay();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
