package dev.kopf.runtime.internal.execution;

/** A handler was interrupted because the operator ends: the attempt counts as not made, and is made after the next start (L-14). */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException(Throwable cause) {
        super("The operator ended while the handler ran.", cause);
    }
}
