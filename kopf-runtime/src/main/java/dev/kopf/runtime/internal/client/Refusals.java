package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.handler.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Which credentials a server has refused of late (AU-5). They are not used again for a minute; for ever would be too long, as it may be the
 * server that erred, and an operator whose handler has no others would never work again. Not safe for use by several threads.
 */
final class Refusals {

    static final Duration TIME = Duration.ofMinutes(1);

    /** Handlers for login are few; a server that refuses whatever it is given is not to fill the memory. */
    private static final int MOST = 10;

    private final Deque<Refusal> refusals = new ArrayDeque<>();

    private record Refusal(Credentials credentials, Instant end) {}

    void add(Credentials credentials, Instant now) {
        refusals.addLast(new Refusal(credentials, now.plus(TIME)));
        if (refusals.size() > MOST) {
            refusals.removeFirst();
        }
    }

    boolean contains(Credentials credentials, Instant now) {
        refusals.removeIf(refusal -> !now.isBefore(refusal.end));
        return refusals.stream().anyMatch(refusal -> refusal.credentials.isSameAs(credentials));
    }
}
