package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.Timers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each task a virtual thread; and one of the system's where the virtual one has not begun within a moment, because handlers that
 * compute without end have taken all that carries virtual threads (P2). Those that have begun, and wait for one, get more of these where
 * the JVM can give any ({@link Carriers}). Safe for use by several threads.
 */
final class RescuingExecutor extends AbstractExecutorService {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.reactor");
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final ExecutorService virtual;
    private final ExecutorService spare;
    private final Timers timers;
    private final AtomicBoolean said = new AtomicBoolean();

    RescuingExecutor(ExecutorService virtual, ExecutorService spare, Timers timers) {
        this.virtual = virtual;
        this.spare = spare;
        this.timers = timers;
    }

    @Override
    public void execute(Runnable task) {
        Once once = new Once(task);
        // The timer first: what fails after a task was given to a thread would have it given twice.
        once.rescuedBy(timers.after(MOMENT, () -> rescue(once)));
        try {
            virtual.execute(once);
        } catch (RuntimeException | Error e) {
            once.forget();
            throw e;
        }
    }

    private void rescue(Once task) {
        if (task.hasBegun() || spare.isShutdown()) {
            return;
        }
        try {
            spare.execute(task);
        } catch (RejectedExecutionException | OutOfMemoryError e) { // none is free, and there are no more
            task.rescuedBy(timers.after(MOMENT, () -> rescue(task)));
        }
        Carriers.addIfAllAreTaken();
        if (said.compareAndSet(false, true)) {
            say();
        }
    }

    /** In a thread of its own: virtual threads that wait for one may be in the way of a log, and this one is to rescue them. */
    private void say() {
        try {
            spare.execute(
                    () -> LOGGER.warn(
                            "Handlers that compute for long keep virtual threads from running; others get threads"
                                    + " of the system. -Djdk.virtualThreadScheduler.parallelism=N makes room for more of them."));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            said.set(false); // the next time
        }
    }

    @Override
    public void shutdown() {
        virtual.shutdown();
        spare.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        List<Runnable> never = new ArrayList<>(virtual.shutdownNow());
        never.addAll(spare.shutdownNow());
        return never;
    }

    @Override
    public boolean isShutdown() {
        return virtual.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return virtual.isTerminated() && spare.isTerminated();
    }

    @Override
    public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(time);
        return virtual.awaitTermination(time, unit)
                && spare.awaitTermination(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    /** A task that runs once, in the first thread that comes to it. */
    private static final class Once implements Runnable {
        private final Runnable task;
        private boolean begun;
        private Timers.Timer rescue = () -> {};

        Once(Runnable task) {
            this.task = task;
        }

        synchronized boolean hasBegun() {
            return begun;
        }

        synchronized void rescuedBy(Timers.Timer timer) {
            if (begun) {
                timer.cancel();
            } else {
                rescue = timer;
            }
        }

        /** Whoever gave it knows that it is not run, and gives it again. */
        void forget() {
            begins();
        }

        @Override
        public void run() {
            if (begins()) {
                task.run();
            }
        }

        private synchronized boolean begins() {
            boolean first = !begun;
            begun = true;
            rescue.cancel();
            return first;
        }
    }
}
