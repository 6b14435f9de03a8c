package dev.kopf.runtime.handler;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The handler cannot succeed yet and is called again after a delay. */
public class TemporaryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Duration delay;

    /**
     * Is retried after the handler's backoff, which grows from attempt to attempt (R16).
     *
     * @param message what it waits for; it is logged and stored
     */
    public TemporaryException(String message) {
        this(message, null, null);
    }

    /**
     * @param message what it waits for; it is logged and stored
     * @param delay how long to wait before the next attempt; null for the handler's backoff
     */
    public TemporaryException(String message, @Nullable Duration delay) {
        this(message, delay, null);
    }

    /**
     * @param message what it waits for; it is logged and stored
     * @param delay how long to wait before the next attempt; null for the handler's backoff
     * @param cause what led to it; may be null
     */
    public TemporaryException(String message, @Nullable Duration delay, @Nullable Throwable cause) {
        super(message, cause);
        this.delay = delay;
    }

    /** How long to wait before the next attempt; null for the handler's backoff (R16). */
    public @Nullable Duration delay() {
        return delay;
    }
}
