package dev.kopf.runtime.internal.reactor;

import java.time.Duration;
import java.util.List;

/**
 * How long an object is left alone after failures of the framework itself (W-30): longer and longer, and then as long each time. What
 * failed is tried again by itself after that, whether the object changes or not (R3).
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param delays the times one after the other; empty for none
 */
record Throttle(List<Duration> delays) {

    /** Kopf's own, to ten minutes. */
    static final Throttle DEFAULT =
            new Throttle(List.of(1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610).stream()
                    .map(Duration::ofSeconds)
                    .toList());

    Throttle {
        delays = List.copyOf(delays);
    }

    /**
     * The time.
     *
     * @param failures how often it has failed one after the other, at least once
     */
    Duration delay(int failures) {
        return delays.isEmpty() ? Duration.ZERO : delays.get(Math.min(failures, delays.size()) - 1);
    }
}
