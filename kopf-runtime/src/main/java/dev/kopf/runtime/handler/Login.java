package dev.kopf.runtime.handler;

import java.util.Objects;

/**
 * A declared handler for login (G-1, AU-1). Immutable; as safe for use by several threads as the author's code is.
 *
 * @param options its id, and how it is retried
 * @param function what to call
 */
public record Login(HandlerOptions options, LoginFunction function) {

    /** @throws IllegalArgumentException if an option means nothing here; the message says which */
    public Login {
        Objects.requireNonNull(function, "function");
        Origins.check(Origins.of(options, "login"), () -> OptionChecks.checkActivity(options));
    }

    /** The id, by which the log names it. */
    public HandlerId id() {
        return options.id();
    }
}
