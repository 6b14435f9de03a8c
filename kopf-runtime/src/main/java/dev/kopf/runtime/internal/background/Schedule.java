package dev.kopf.runtime.internal.background;

import dev.kopf.runtime.handler.BackgroundOptions;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.progress.Outcome;
import java.time.Duration;
import java.time.Instant;

/** When daemons and timers are called (B-5, B-7, B-10). Pure functions: times are arguments. */
final class Schedule {

    /** What comes after a call. */
    sealed interface Next {

        /** Another call, at this time and not before. */
        record At(Instant time) implements Next {}

        /** Another call when the object has changed since this one began, and is idle again. */
        record AfterChange() implements Next {}

        /** None: it has done what it had to do (B-9). */
        record Never() implements Next {}
    }

    private Schedule() {}

    /** The first call of one that begins now. */
    static Instant first(BackgroundOptions options, Instant now) {
        return options.initialDelay() == null ? now : now.plus(options.initialDelay());
    }

    /**
     * The time from which on a call is in place that is due: when the object is idle for so long as the options say.
     *
     * @param changed when the essence of the object changed last, or was seen first
     */
    static Instant whenIdle(BackgroundOptions options, Instant due, Instant changed) {
        Duration idle = options.idle();
        Instant calm = idle == null ? due : changed.plus(idle);
        return calm.isAfter(due) ? calm : due;
    }

    /** What comes after a call that began and ended at these times. */
    static Next after(HandlerType type, BackgroundOptions options, Outcome outcome, Instant began, Instant ended) {
        if (!outcome.isFinal()) {
            Duration delay = outcome.delay();
            return new Next.At(delay == null ? ended : ended.plus(delay));
        }
        if (type == HandlerType.DAEMON) {
            return new Next.Never();
        }
        Duration interval = options.interval();
        if (interval != null) {
            return new Next.At(ended.plus(options.sharp() ? rest(interval, Duration.between(began, ended)) : interval));
        }
        return options.idle() == null ? new Next.Never() : new Next.AfterChange();
    }

    /** What is left of the interval that a call has ended in. */
    private static Duration rest(Duration interval, Duration taken) {
        if (taken.isNegative()) {
            return interval; // the clock went back
        }
        long whole = taken.dividedBy(interval);
        return interval.multipliedBy(whole + 1).minus(taken);
    }
}
