package dev.kopf.runtime.internal.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machine's clock, and one thread that runs what is due. Safe for use by several threads. */
public final class SystemTimers implements Timers, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.timers");

    /** What is longer than this need not be waited for, and fits into a number of nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final ScheduledThreadPoolExecutor executor;

    /** Starts the thread when the first task comes. */
    public SystemTimers() {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "kopf-timers");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        // Who sets a timer while the operator ends needs it no more, and is not to fail.
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Future<?> future = executor.schedule(() -> run(task), nanos(delay), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    private static long nanos(Duration delay) {
        return delay.isNegative() ? 0 : (delay.compareTo(LONGEST) < 0 ? delay : LONGEST).toNanos();
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOGGER.error("A task of the operator failed. This is a bug of Kopf.", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
