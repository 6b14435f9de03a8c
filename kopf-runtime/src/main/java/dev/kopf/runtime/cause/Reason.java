package dev.kopf.runtime.cause;

import java.util.Locale;

/** Why an object is looked at (C-3). */
public enum Reason {
    /** No state was handled before. */
    CREATE,
    /** The essence differs from what was last handled. */
    UPDATE,
    /** The object is being deleted, and our finalizer keeps it. */
    DELETE,
    /** Nothing changed, and the operator sees the object for the first time since its start. */
    RESUME,
    /** Nothing changed. */
    NOOP,
    /** The object is being deleted without our finalizer. */
    FREE,
    /** The object is gone. */
    GONE;

    /** Whether handlers are called for this reason (C-7). */
    public boolean isHandled() {
        return this == CREATE || this == UPDATE || this == DELETE || this == RESUME;
    }

    /** As Kopf writes it, in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
