package dev.kopf.runtime.handler;

/** What an exception that is neither temporary nor permanent means. */
public enum ErrorMode {
    /** It is retried. */
    TEMPORARY,
    /** The handler has failed for good. */
    PERMANENT,
    /** It is logged, and the handler counts as succeeded, without a result. */
    IGNORED
}
