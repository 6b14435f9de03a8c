package dev.kopf.runtime.internal.execution;

/**
 * The pass cannot go on, and the attempt that was on its way counts as not made: the operator ends and has interrupted the handler (L-14), or
 * what was done so far could not be stored.
 */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message why */
    public StoppedException(String message) {
        super(message);
    }

    StoppedException(Throwable cause) {
        super("The operator ended while the handler ran.", cause);
    }
}
