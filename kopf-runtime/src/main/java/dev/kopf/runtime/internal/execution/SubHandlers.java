package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerFunction;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.progress.RecordPlaces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sub-handlers of one call of a handler, from their registration to their end (X-40…X-44). Not safe for use by several threads. */
final class SubHandlers {

    /** Causes may go round in circles. */
    private static final int DEEPEST_CAUSE = 20;

    private final Handler parent;
    private final Cause cause;
    private final SubHandlerRunner runner;
    private final Timers timers;
    private final List<Handler> registered = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private @Nullable Duration delay;
    private Duration spent = Duration.ZERO;
    private @Nullable StoppedException stopped;

    SubHandlers(Handler parent, Cause cause, SubHandlerRunner runner, Timers timers) {
        this.parent = parent;
        this.cause = cause;
        this.runner = runner;
        this.timers = timers;
    }

    void add(HandlerOptions options, HandlerFunction function) {
        HandlerOptions full = options.withId(parent.id() + "/" + options.id());
        if (!ids.add(full.id().value())) {
            throw new IllegalArgumentException("Two sub-handlers of '" + parent.id() + "' have the id '" + options.id()
                    + "'. Their items must be told apart.");
        }
        RecordPlaces.Taken taken = runner.take(full.id());
        if (taken != null) {
            throw new IllegalArgumentException("The sub-handler '" + full.id() + "' would share its record with "
                    + taken + ". Their items must be told apart.");
        }
        HandlerType type = parent.type().isForChanges() ? HandlerType.SUB_UPDATE : HandlerType.SUB_HANDLER;
        registered.add(new Handler(parent.kind(), type, full.field(), full, function));
    }

    /**
     * Calls those that are due and were not called yet.
     *
     * @throws StoppedException if the pass cannot go on
     */
    void run() {
        rethrowStopped();
        if (registered.isEmpty()) {
            return;
        }
        List<Handler> batch = List.copyOf(registered);
        registered.clear();
        Instant begun = timers.instant();
        try {
            Duration next = runner.run(parent, cause, batch);
            delay = delay == null || (next != null && next.compareTo(delay) < 0) ? next : delay;
        } catch (StoppedException e) {
            stopped = e;
            throw e;
        } finally {
            Duration taken = Duration.between(begun, timers.instant());
            spent = taken.isNegative() ? spent : spent.plus(taken); // the clock may go back
        }
    }

    /** How much time went by in them, which is not their parent's (R5). */
    Duration spent() {
        return spent;
    }

    /** An author may have caught what had to end the handler. */
    void rethrowStopped() {
        if (stopped != null) {
            throw stopped;
        }
    }

    /** When the first that is not finished is due; null where all are finished, or there are none. */
    @Nullable
    Duration delay() {
        return delay;
    }

    /** Whether it only says that sub-handlers are not finished, however the author's code has wrapped it. */
    boolean isPending(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; delay != null && cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof Pending) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Ends a handler whose sub-handlers are not all finished; the framework's own, and no failure. */
    static final class Pending extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Pending() {
            super(
                    "Sub-handlers are not finished; the handler goes on when they are. Do not catch this.",
                    null,
                    false,
                    false);
        }
    }
}
