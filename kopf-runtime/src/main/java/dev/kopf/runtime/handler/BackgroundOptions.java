package dev.kopf.runtime.handler;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a daemon or a timer is called, and how it is stopped (B-4, B-7): the options that no other handler has. They are set by
 * {@link HandlerOptions}, {@link Daemon} and {@link Timer}.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param initialDelay the time before the first call; null for none
 * @param interval of timers, the time between calls; null for none
 * @param sharp of timers, whether the interval is counted from the beginning of a call
 * @param idle of timers, for how long the essence of the object must not have changed; null for no such time
 * @param cancellationBackoff of daemons, when one that is to stop is interrupted; null for never, or at once where there is a timeout
 * @param cancellationTimeout of daemons, how long after that one is given up; null for never
 */
public record BackgroundOptions(
        @Nullable Duration initialDelay,
        @Nullable Duration interval,
        boolean sharp,
        @Nullable Duration idle,
        @Nullable Duration cancellationBackoff,
        @Nullable Duration cancellationTimeout) {

    static final BackgroundOptions NONE = new BackgroundOptions(null, null, false, null, null, null);

    BackgroundOptions withInitialDelay(Duration time) {
        return new BackgroundOptions(time, interval, sharp, idle, cancellationBackoff, cancellationTimeout);
    }

    BackgroundOptions withInterval(Duration time) {
        return new BackgroundOptions(initialDelay, time, sharp, idle, cancellationBackoff, cancellationTimeout);
    }

    BackgroundOptions withSharp(boolean value) {
        return new BackgroundOptions(initialDelay, interval, value, idle, cancellationBackoff, cancellationTimeout);
    }

    BackgroundOptions withIdle(Duration time) {
        return new BackgroundOptions(initialDelay, interval, sharp, time, cancellationBackoff, cancellationTimeout);
    }

    BackgroundOptions withCancellationBackoff(Duration time) {
        return new BackgroundOptions(initialDelay, interval, sharp, idle, time, cancellationTimeout);
    }

    BackgroundOptions withCancellationTimeout(Duration time) {
        return new BackgroundOptions(initialDelay, interval, sharp, idle, cancellationBackoff, time);
    }
}
