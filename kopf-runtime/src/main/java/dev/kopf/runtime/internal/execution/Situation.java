package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.Objects;

/**
 * What the handlers of one pass are about.
 *
 * @param object which object
 * @param event the event that led here, with the object as it is
 * @param cause why it is handled
 */
public record Situation(ObjectRef object, WatchEvent event, Cause cause) {

    public Situation {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(cause, "cause");
    }

    /** The object as it is. */
    public Body body() {
        return event.body();
    }
}
