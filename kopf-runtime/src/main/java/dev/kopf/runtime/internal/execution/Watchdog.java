package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.logging.ObjectLogging;
import dev.kopf.runtime.resource.ObjectRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks after handlers while they run: says which one takes very long, and where it is, and interrupts one at its timeout where its author
 * asked for that. Safe for use by several threads.
 */
public final class Watchdog {

    /** How long a handler runs before that is said. It is said again after twice the time more, and so on. */
    static final Duration LONG = Duration.ofMinutes(2);

    private static final Duration MOST = Duration.ofHours(1);
    private static final int FRAMES = 40;

    private final Timers timers;
    private final AtomicInteger longRunning = new AtomicInteger();

    /** @param timers what time it is, and what wakes the watchdog */
    public Watchdog(Timers timers) {
        this.timers = timers;
    }

    /** How many handlers run now that have been said to take very long. */
    public int longRunning() {
        return longRunning.get();
    }

    /**
     * Looks after a handler that this thread is about to run, until the watch is closed.
     *
     * @param interruption when to interrupt it; null for never
     */
    Watch over(ObjectRef object, Handler handler, @Nullable Instant interruption) {
        Watch watch = new Watch(object, handler, timers.instant());
        watch.begin(interruption);
        return watch;
    }

    /** The watch over one call. */
    final class Watch implements AutoCloseable {

        private final ObjectRef object;
        private final Handler handler;
        private final Instant begun;
        private final Thread thread = Thread.currentThread();
        private Duration patience = LONG;
        private Timers.@Nullable Timer report;
        private Timers.@Nullable Timer interruption;
        private boolean reported;
        private boolean interrupted;
        private boolean over;

        private Watch(ObjectRef object, Handler handler, Instant begun) {
            this.object = object;
            this.handler = handler;
            this.begun = begun;
        }

        private synchronized void begin(@Nullable Instant interruptAt) {
            report = timers.after(patience, this::report);
            if (interruptAt != null) {
                Duration left = Duration.between(begun, interruptAt);
                interruption = timers.after(left.isNegative() ? Duration.ZERO : left, this::interrupt);
            }
        }

        private synchronized void report() {
            if (over) {
                return;
            }
            if (!reported) {
                reported = true;
                longRunning.incrementAndGet();
            }
            ObjectLogging.logger(object)
                    .warn(
                            "Handler '{}' has been running for {} s. Other objects are not held up. Its thread is at:\n{}",
                            handler.id(),
                            Duration.between(begun, timers.instant()).toSeconds(),
                            stack());
            Duration longer = patience.multipliedBy(2);
            patience = longer.compareTo(MOST) < 0 ? longer : MOST;
            report = timers.after(patience, this::report);
        }

        private String stack() {
            return Arrays.stream(thread.getStackTrace())
                    .limit(FRAMES)
                    .map(frame -> "    at " + frame)
                    .collect(Collectors.joining("\n"));
        }

        private synchronized void interrupt() {
            if (!over) {
                interrupted = true;
                thread.interrupt();
            }
        }

        /** Whether the handler was interrupted because its time was over. Its watch ends with the question. */
        boolean endedByInterruption() {
            close();
            return interrupted;
        }

        /** The handler has ended. What is left of an interruption is not for what its thread does next. */
        @Override
        public synchronized void close() {
            if (over) {
                return;
            }
            over = true;
            if (report != null) {
                report.cancel();
            }
            if (interruption != null) {
                interruption.cancel();
            }
            if (interrupted) {
                Thread.interrupted();
            }
            if (reported) {
                longRunning.decrementAndGet();
            }
        }
    }
}
