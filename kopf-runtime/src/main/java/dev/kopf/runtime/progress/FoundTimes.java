package dev.kopf.runtime.progress;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The times of a record that is found, which a clock that was ahead may have written. Pure. */
final class FoundTimes {

    /** More than any wait that a handler can ask for. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(4_000);

    private FoundTimes() {}

    /**
     * A state, as it was found. One that began later than now was written by a clock that was ahead, and is moved to now: it waits no
     * longer than from its beginning on. One that was only attempted by such a clock waits no longer from now on than it was to wait after
     * its attempt; where that is not known, what is further ahead than a wait can be is none.
     */
    static HandlerState at(Instant time, HandlerState state) {
        if (state.isFinished()) {
            return state;
        }
        Instant now = HandlerState.micros(time);
        Instant paused = state.paused();
        Instant waited = state.waited();
        Duration ahead = ahead(state.started(), now);
        Duration later = paused == null ? ahead : ahead.plus(ahead(paused.minus(ahead), now));
        boolean waitedAhead = waited != null && waited.minus(ahead).isAfter(now);
        return new HandlerState(
                state.started().minus(ahead),
                state.stopped(),
                until(state.delayed(), later, now),
                state.purpose(),
                state.retries(),
                state.success(),
                state.failure(),
                state.message(),
                state.subrefs(),
                state.digest(),
                state.seen(),
                until(waited, waitedAhead ? later : ahead, now),
                paused == null ? null : paused.minus(later));
    }

    private static Duration ahead(Instant time, Instant now) {
        return time.isAfter(now) ? Duration.between(now, time) : Duration.ZERO;
    }

    private static @Nullable Instant until(@Nullable Instant stored, Duration ahead, Instant now) {
        Instant until = stored == null ? null : stored.minus(ahead);
        if (until == null || until.isAfter(now.plus(LONGEST_WAIT)) || (!ahead.isZero() && until.isBefore(now))) {
            return null;
        }
        return until;
    }
}
