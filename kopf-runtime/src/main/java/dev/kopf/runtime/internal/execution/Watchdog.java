package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.logging.ObjectLogging;
import dev.kopf.runtime.resource.ObjectRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
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
    private final BooleanSupplier interrupting;
    private final AtomicInteger longRunning = new AtomicInteger();

    /** What each thread runs now, for this operator: there may be another in the process, which has a watchdog of its own. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Watch> current = new ThreadLocal<>();

    /**
     * A watchdog.
     *
     * @param timers what time it is, and what wakes the watchdog
     * @param interrupting whether the operator interrupts whatever runs, as it ends (R8)
     */
    public Watchdog(Timers timers, BooleanSupplier interrupting) {
        this.timers = timers;
        this.interrupting = interrupting;
    }

    /** How many handlers run now that have been said to take very long. */
    public int longRunning() {
        return longRunning.get();
    }

    /**
     * Looks after a handler that this thread is about to run, until the watch is closed. What the thread was in the middle of is not watched
     * meanwhile, and its time stands still.
     *
     * @param interruption when to interrupt it; null for never
     */
    Watch over(ObjectRef object, Handler handler, @Nullable Instant interruption) {
        boolean isToLast = handler.type() == HandlerType.DAEMON;
        return begin(new Watch(object, "Handler '" + handler.id() + "'", !isToLast), interruption);
    }

    /** Looks after what else of an author's code is run for an object, as {@link #over(ObjectRef, Handler, Instant)} does. */
    Watch over(ObjectRef object, String what) {
        return begin(new Watch(object, what, true), null);
    }

    private Watch begin(Watch watch, @Nullable Instant interruption) {
        watch.begin(interruption);
        current.set(watch);
        return watch;
    }

    /** The watch over one call. */
    public final class Watch implements AutoCloseable {

        private final ObjectRef object;
        private final String what;
        private final Thread thread = Thread.currentThread();

        /** What the thread is in the middle of. */
        private final @Nullable Watch outer = current.get();

        /** Whether that was to be interrupted, which is not for what runs now. */
        private boolean outerInterrupted;

        private final Countdown report = new Countdown(timers, this, this::report);
        private final Countdown interruption = new Countdown(timers, this, this::interrupt);
        private Duration patience = LONG;
        private Duration told = Duration.ZERO;
        private boolean reported;
        private boolean interrupted;
        private boolean over;

        /** Whether it is said when it takes long; a daemon is to. */
        private final boolean reports;

        private Watch(ObjectRef object, String what, boolean reports) {
            this.object = object;
            this.what = what;
            this.reports = reports;
        }

        private synchronized void begin(@Nullable Instant interruptAt) {
            if (outer != null) {
                outer.suspend();
            }
            boolean taken = takeInterruption();
            outerInterrupted = taken && outer != null;
            if (reports) {
                report.begin(patience);
            }
            if (interruptAt != null) {
                interruption.begin(Duration.between(timers.instant(), interruptAt));
            }
        }

        private synchronized void suspend() {
            report.suspend();
            interruption.suspend();
        }

        private synchronized void resume() {
            report.resume();
            interruption.resume();
        }

        private void report() {
            if (!reported) {
                reported = true;
                longRunning.incrementAndGet();
            }
            told = told.plus(patience);
            ObjectLogging.logger(object)
                    .warn(
                            "{} has been running for {} s. Other objects are not held up. Its thread is at:\n{}",
                            what,
                            told.toSeconds(),
                            stack());
            Duration longer = patience.multipliedBy(2);
            patience = longer.compareTo(MOST) < 0 ? longer : MOST;
            report.begin(patience);
        }

        private String stack() {
            return Arrays.stream(thread.getStackTrace())
                    .limit(FRAMES)
                    .map(frame -> "    at " + frame)
                    .collect(Collectors.joining("\n"));
        }

        private void interrupt() {
            interrupted = true;
            thread.interrupt();
        }

        /** Whether the handler was interrupted because its time was over. Its watch ends with the question. */
        boolean endedByInterruption() {
            close();
            return interrupted;
        }

        /**
         * The handler has ended. What is left of an interruption, by whomever, is not for what its thread does next, unless the operator
         * ends.
         */
        @Override
        public void close() {
            if (!end() || Thread.currentThread() != thread) {
                return;
            }
            takeInterruption();
            if (outerInterrupted) {
                thread.interrupt();
            }
            if (outer == null) {
                current.remove();
            } else {
                current.set(outer);
                outer.resume();
            }
        }

        private synchronized boolean end() {
            if (over) {
                return false;
            }
            over = true;
            report.cancel();
            interruption.cancel();
            if (reported) {
                longRunning.decrementAndGet();
            }
            return true;
        }

        /** Whether this thread was interrupted for the sake of what it runs; it is not any more then. */
        private boolean takeInterruption() {
            // The operator says so first, and interrupts then: looked at the other way round.
            boolean taken = Thread.interrupted();
            if (taken && interrupting.getAsBoolean()) {
                thread.interrupt();
                return false;
            }
            return taken;
        }
    }
}
