package dev.kopf.runtime.internal.client;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how long the server has not served a kind that it is asked for again and again. It may be for a moment, while the CRD is changed or the
 * server begins; whatever follows from the end of a kind waits until it is that. Not safe for use by several threads.
 */
public final class Absence {

    private static final Duration END = Duration.ofMinutes(1);

    private @Nullable Instant since;

    /** The server serves the kind. */
    public void over() {
        since = null;
    }

    /**
     * The server does not serve the kind.
     *
     * @return whether it has not for so long that the kind is gone
     */
    public boolean isEnd(Instant now) {
        if (since == null || now.isBefore(since)) {
            since = now;
        }
        return Duration.between(since, now).compareTo(END) >= 0;
    }
}
