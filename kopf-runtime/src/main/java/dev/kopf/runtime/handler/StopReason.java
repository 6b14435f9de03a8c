package dev.kopf.runtime.handler;

/** Why a daemon or a timer is to stop, and how far that has come (B-12). */
public enum StopReason {
    /** The object does not pass its filters any more. */
    FILTERS_MISMATCH,
    /** The object is being deleted, or is gone. */
    RESOURCE_DELETED,
    /** Another operator has taken over for a while. */
    OPERATOR_PAUSING,
    /** The operator ends. */
    OPERATOR_EXITING,
    /** It was told to stop. */
    DAEMON_SIGNALLED,
    /** It was interrupted, as it had not stopped by itself. */
    DAEMON_CANCELLED,
    /** It was given up, as it had not stopped when it was interrupted. */
    DAEMON_ABANDONED
}
