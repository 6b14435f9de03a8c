package dev.kopf.runtime.internal.background;

import dev.kopf.runtime.handler.BackgroundOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is done about one that was told to stop and still runs (B-13, B-14). Pure functions: its age is an argument.
 *
 * <p>After the backoff it is interrupted, and again from time to time, as an interruption may be swallowed; after the timeout it is given
 * up. Where the options say neither, it is only waited for. That it still runs is said after a minute, and then at twice the time.
 */
final class StopRules {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration SELDOM = Duration.ofHours(1);

    private StopRules() {}

    /**
     * What to do at some time.
     *
     * @param interrupt whether it is interrupted
     * @param giveUp whether nobody waits for it any more
     * @param next when to look again
     */
    record Step(boolean interrupt, boolean giveUp, Duration next) {}

    /** @param age how long ago it was told to stop */
    static Step step(BackgroundOptions options, Duration age) {
        Duration timeout = options.cancellationTimeout();
        Duration backoff = options.cancellationBackoff();
        if (timeout == null && backoff == null) {
            return new Step(false, false, SELDOM);
        }
        Duration patience = backoff == null ? Duration.ZERO : backoff;
        if (age.compareTo(patience) < 0) {
            return new Step(false, false, patience.minus(age));
        }
        Duration cancelled = age.minus(patience);
        Duration again = least(greatest(cancelled, SOON), SELDOM);
        if (timeout == null) {
            return new Step(true, false, again);
        }
        Duration left = timeout.minus(cancelled);
        return left.isNegative() || left.isZero()
                ? new Step(true, true, SELDOM)
                : new Step(true, false, least(again, left));
    }

    /**
     * When it is said that it still runs, as an age.
     *
     * @param last the age at which that was said before; null for never
     */
    static Duration reminder(@Nullable Duration last) {
        return last == null ? FIRST : last.plus(greatest(least(last, SELDOM), FIRST));
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration greatest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
