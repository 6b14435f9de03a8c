package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.handler.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * How often it failed in a row: how long to pause, and how loudly to say so. A problem is said aloud when it is new, and when it
 * lasts; in between it would only flood the log. Not safe for use by several threads.
 */
final class Setbacks {

    /** A problem that stays the same is said again when the pauses have become this long. */
    private static final Duration LASTING = Duration.ofSeconds(5);

    private final RetryPolicy pauses;
    private final DoubleSupplier chance;
    private final Logger logger;
    private final InstantSource time;
    private int failures;
    private String last = "";
    private Instant since = Instant.MIN;
    private boolean saidAloud;

    Setbacks(RetryPolicy pauses, DoubleSupplier chance, Logger logger, InstantSource time) {
        this.pauses = pauses;
        this.chance = chance;
        this.logger = logger;
        this.time = time;
    }

    /** It failed: says so, and tells how long to pause. */
    Duration failed(String problem) {
        return failed(problem, false);
    }

    /** It failed in a way that is everyday life at first, such as a connection that breaks. */
    Duration brokeOff(String problem) {
        return failed(problem, true);
    }

    /** It failed in a way that nobody needs to know of, unless it goes on. */
    Duration failedQuietly(String problem) {
        Duration delay = next();
        logger.debug("{} Trying again in {} s.", problem, seconds(delay));
        return delay;
    }

    /** It failed, and whoever asks says so himself. */
    Duration failedAsIsSaid(String problem) {
        Duration delay = next();
        note(problem);
        saidAloud = true;
        return delay;
    }

    /** It ended as it should: how long to pause before the next. */
    Duration regular() {
        return pauses.delay(1, chance.getAsDouble());
    }

    /** It works. */
    void over() {
        failures = 0;
        last = "";
    }

    /** The newest problem; null where it works. */
    @Nullable
    String problem() {
        return last.isEmpty() ? null : last;
    }

    /** Since when there is a {@link #problem}. */
    Instant since() {
        return since;
    }

    /** Whether people were told of a problem, and are to be told that it is over; asked once. */
    boolean wasSaidAloud() {
        boolean said = saidAloud;
        saidAloud = false;
        return said;
    }

    private Duration failed(String problem, boolean everyday) {
        Duration delay = next();
        boolean known = problem.equals(last) && delay.compareTo(LASTING) < 0;
        note(problem);
        saidAloud |= !known;
        if (known) {
            logger.debug("{} Trying again in {} s.", problem, seconds(delay));
        } else if (failures == 1 && everyday) {
            logger.info("{} Trying again.", problem);
        } else {
            logger.warn("{} Trying again in {} s.", problem, seconds(delay));
        }
        return delay;
    }

    private void note(String problem) {
        since = last.isEmpty() ? time.instant() : since;
        last = problem;
    }

    private Duration next() {
        failures++;
        return pauses.delay(failures, chance.getAsDouble());
    }

    private static String seconds(Duration delay) {
        return String.format(Locale.ROOT, "%.1f", delay.toMillis() / 1000.0);
    }
}
