package dev.kopf.runtime.internal.background;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was. Time that has passed stays passed, though the clock goes back. Not safe for use by several threads. */
final class Age {

    private Instant since;
    private Instant looked;

    /** Of what is now. */
    Age(Instant now) {
        since = now;
        looked = now;
    }

    Duration at(Instant now) {
        if (now.isBefore(looked)) {
            since = since.minus(Duration.between(now, looked));
        }
        looked = now;
        return Duration.between(since, now);
    }
}
