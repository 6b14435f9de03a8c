package dev.kopf.runtime.resource;

import java.util.Objects;

/**
 * What the API server said about an object, in a list or a watch.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param type what happened
 * @param body the object, as it was sent
 */
public record WatchEvent(Type type, Body body) {

    /** What happened to the object. */
    public enum Type {
        /** It was in the list that a watch begins with. */
        LISTED,
        /** It is new to the watch, which is not to say that it is new (C-3). */
        ADDED,
        /** It has changed. */
        MODIFIED,
        /** It is gone; the body is its last state. */
        DELETED
    }

    public WatchEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(body, "body");
    }
}
