package dev.kopf.runtime.internal.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** One watch, from its request on: whether it works. Not safe for use by several threads. */
final class WatchRun {

    /** A watch that was open for so long was a working one. */
    private static final Duration STEADY = Duration.ofSeconds(1);

    private final InstantSource time;
    private Instant opened = Instant.MAX;
    private Instant lastHeard;
    private boolean empty = true;

    WatchRun(InstantSource time) {
        this.time = time;
        this.lastHeard = time.instant();
    }

    void opened() {
        opened = time.instant();
    }

    void heard() {
        lastHeard = time.instant();
        empty = false;
    }

    /** Whether the server has begun to answer. */
    boolean wasAnswered() {
        return !empty || !opened.equals(Instant.MAX);
    }

    /** Whether it worked, however quiet it was. */
    boolean wasSteady() {
        return opened.isBefore(time.instant().minus(STEADY));
    }

    /** Whether it ended at once and without a line: what happens meanwhile is in no watch. */
    boolean wasVain() {
        return empty && !wasSteady();
    }

    /** How long nothing was heard; negative where the clock went back. */
    Duration silence() {
        return Duration.between(lastHeard, time.instant());
    }
}
