package dev.kopf.runtime.handler;

import java.time.Duration;
import java.util.Objects;

/**
 * How long to wait before another attempt: a time that doubles from attempt to attempt up to a limit, less a random part, so that
 * many that failed together do not come back together. A pure function: the chance is an argument.
 *
 * @param first the time after the first failure
 * @param limit the longest time
 */
public record RetryPolicy(Duration first, Duration limit) {

    /** For handlers without a backoff of their own (R16): 1 s, doubling to 5 min. */
    public static final RetryPolicy HANDLERS = new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(5));

    private static final double JITTER = 0.1;

    public RetryPolicy {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(limit, "limit");
    }

    /**
     * The time to wait.
     *
     * @param failures how many attempts have failed, at least 1
     * @param chance from 0 (the full time) to 1 (a tenth less)
     */
    public Duration delay(int failures, double chance) {
        int doublings = Math.min(Math.max(failures, 1) - 1, 30);
        Duration full = first.multipliedBy(1L << doublings);
        Duration bounded = full.compareTo(limit) > 0 ? limit : full;
        return bounded.minusMillis(Math.round(bounded.toMillis() * JITTER * chance));
    }
}
