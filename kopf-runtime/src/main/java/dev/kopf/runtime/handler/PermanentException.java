package dev.kopf.runtime.handler;

import org.jspecify.annotations.Nullable;

/** The handler has failed for good: it is not called again for this change. */
public class PermanentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong; it is logged and stored */
    public PermanentException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong; it is logged and stored
     * @param cause what led to it; may be null
     */
    public PermanentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
