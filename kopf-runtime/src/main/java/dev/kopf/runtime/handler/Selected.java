package dev.kopf.runtime.handler;

import dev.kopf.runtime.cause.Cause;
import java.util.Objects;

/**
 * A handler that is owed a call, and why.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param handler the handler
 * @param cause the cause as it is to this handler, which may have seen another essence than the stored one (R1)
 */
public record Selected(Handler handler, Cause cause) {
    public Selected {
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(cause, "cause");
    }

    /** By its id: causes hold whole states, and there is one cause for a handler at a time. */
    @Override
    public int hashCode() {
        return handler.id().hashCode();
    }

    /** The id of the handler. */
    public HandlerId id() {
        return handler.id();
    }
}
