package dev.kopf.runtime.handler;

import dev.kopf.runtime.cause.Reason;
import org.jspecify.annotations.Nullable;

/** What a handler is called for (G-1). */
public enum HandlerType {
    /** The object was never handled before. */
    CREATE(Reason.CREATE),
    /** The object's essence differs from what was last handled. */
    UPDATE(Reason.UPDATE),
    /** The object is being deleted and waits for our finalizer. */
    DELETE(Reason.DELETE),
    /** The operator started and found the object, which was handled before (C-4). */
    RESUME(null),
    /** A field of an object that was handled before has changed (R18). */
    FIELD(null),
    /** A part of the work of another handler, which registered it when it was called. */
    SUB_HANDLER(null),
    /** As {@link #SUB_HANDLER}, of a handler that is called for changes, so that filters may be of changes too. */
    SUB_UPDATE(null),
    /** Any event of the object, as it came; nothing is stored. */
    EVENT(null),
    /** The object is there: one call that may last as long as it does (B-1). */
    DAEMON(null),
    /** The object is there: a call from time to time (B-7). */
    TIMER(null),
    /** Any state of the object, to be found again by its handlers and others; nothing is stored (I-1). */
    INDEX(null);

    private final @Nullable Reason reason;

    HandlerType(@Nullable Reason reason) {
        this.reason = reason;
    }

    /** The only reason that handlers of this type are called for; null where it is not one reason alone (C-8). */
    public @Nullable Reason reason() {
        return reason;
    }

    /** Whether handlers of this type are called for what differs from what was last handled, and so may look at both states (F-4). */
    public boolean isForChanges() {
        return this == UPDATE || this == FIELD || this == SUB_UPDATE;
    }

    /**
     * Whether handlers of this type are remembered until they succeed: all but {@link #EVENT}, {@link #INDEX}, {@link #DAEMON} and
     * {@link #TIMER}.
     */
    public boolean isChanging() {
        return this != EVENT && this != INDEX && !isBackground();
    }

    /** Whether handlers of this type run beside the others, for as long as the object is there (B-1). */
    public boolean isBackground() {
        return this == DAEMON || this == TIMER;
    }
}
