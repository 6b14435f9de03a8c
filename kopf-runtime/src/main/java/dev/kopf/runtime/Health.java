package dev.kopf.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Whether an operator works, and what it waits for (P7, R2).
 *
 * @param ready whether all that it is to watch has been listed, and is watched
 * @param paused whether it makes way for a peer (N-9)
 * @param waiting what it waits for; empty where it is ready
 */
public record Health(boolean ready, boolean paused, List<Waiting> waiting) {

    public Health {
        waiting = List.copyOf(waiting);
    }

    /**
     * Something that is waited for.
     *
     * @param what which objects are not watched, or what has not come to its end
     * @param why a sentence
     * @param since from when on
     */
    public record Waiting(String what, String why, Instant since) {

        public Waiting {
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(since, "since");
        }
    }
}
