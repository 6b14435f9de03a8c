package dev.kopf.runtime.internal.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the API server answered.
 *
 * @param status the HTTP status
 * @param body the body, in UTF-8
 * @param retryAfter how long the server asks to wait (W-37); null where it does not
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copying each body would cost
public record ApiResponse(int status, byte[] body, @Nullable Duration retryAfter) {

    /** Whether the server did what it was asked. */
    public boolean isSuccessful() {
        return status >= 200 && status < 300;
    }

    /** The body as text, for messages. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
