package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.handler.RetryPolicy;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a server that refuses asks to wait (W-37): in whole seconds, in the header or in the {@code Status}. Five minutes at most, as
 * long as handlers ever pause: what asks for days is the page of a proxy, and what was done is not stored in the meantime.
 */
final class RetryAfter {

    private static final Duration LONGEST = RetryPolicy.HANDLERS.limit();

    private RetryAfter() {}

    /**
     * Reads it.
     *
     * @param header the header {@code Retry-After}; null where there is none
     * @param body the body of the answer
     * @return null where it does not ask, or in a way that is not understood
     */
    static @Nullable Duration read(@Nullable String header, byte[] body) {
        if (header != null) {
            String seconds = header.strip();
            return seconds.matches("\\d+(\\.\\d*)?") ? limited(Double.parseDouble(seconds)) : null;
        }
        try {
            Object details = Json.map(Json.parse(body)).get("details");
            return Json.map(details).get("retryAfterSeconds") instanceof Number seconds && seconds.doubleValue() >= 1
                    ? limited(seconds.doubleValue())
                    : null;
        } catch (JsonException e) {
            return null;
        }
    }

    private static Duration limited(double seconds) {
        return seconds < LONGEST.toSeconds() ? Duration.ofSeconds((long) seconds) : LONGEST;
    }
}
