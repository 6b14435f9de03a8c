package dev.kopf.runtime;

import org.jspecify.annotations.Nullable;

/** An operator cannot start or go on. The message says what is wrong and what to do, for the person who runs it. */
public final class OperatorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, and what to do */
    public OperatorException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong, and what to do
     * @param cause what led to it; may be null
     */
    public OperatorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
