package dev.kopf.runtime.handler;

import java.util.Objects;

/**
 * A declared handler of the operator's own start or end (G-1, L-1).
 *
 * <p>Immutable; as safe for use by several threads as the author's code is.
 *
 * @param type when it is called
 * @param options its id, and how it is retried; there is no object that filters could be about
 * @param function what to call
 */
public record Activity(Type type, HandlerOptions options, ActivityFunction function) {

    /** When it is called. */
    public enum Type {
        /** Before anything is watched (L-1). */
        STARTUP,
        /** After the last handler of an object, whichever way the operator ends (L-11). */
        CLEANUP;

        /** Kopf's word for it. */
        public String text() {
            return this == STARTUP ? "startup" : "cleanup";
        }
    }

    /** @throws IllegalArgumentException if an option means nothing here; the message says which */
    public Activity {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(function, "function");
        Origins.check(Origins.of(options, type.text()), () -> OptionChecks.checkActivity(options));
    }

    /** The id, by which the log names it. */
    public HandlerId id() {
        return options.id();
    }
}
