package dev.kopf.runtime;

/** The operator cannot start, or cannot go on. The message speaks to the user. */
public final class OperatorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a message for the user. */
    public OperatorException(String message) {
        super(message);
    }
}
