package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a server that refuses asks to wait (W-37): in whole seconds, in the header or in the {@code Status}. */
final class RetryAfter {

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
            return seconds.matches("\\d{1,6}(\\.\\d*)?")
                    ? Duration.ofSeconds(Long.parseLong(seconds.replaceFirst("\\..*", "")))
                    : null;
        }
        try {
            Object details = Json.map(Json.parse(body)).get("details");
            return Json.map(details).get("retryAfterSeconds") instanceof Number seconds && seconds.longValue() > 0
                    ? Duration.ofSeconds(seconds.longValue())
                    : null;
        } catch (JsonException e) {
            return null;
        }
    }
}
