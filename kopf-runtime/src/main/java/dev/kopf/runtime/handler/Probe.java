package dev.kopf.runtime.handler;

import java.util.Objects;

/**
 * A declared handler of probes (G-1, L-20). Immutable; as safe for use by several threads as the author's code is.
 *
 * @param options its id; it is not retried, as whoever probes asks again
 * @param function what to call
 */
public record Probe(HandlerOptions options, ProbeFunction function) {

    /** @throws IllegalArgumentException if an option means nothing here; the message says which */
    public Probe {
        Objects.requireNonNull(function, "function");
        Origins.check(Origins.of(options, "probe"), () -> OptionChecks.checkProbe(options));
    }

    /** The id, by which the answer names it. */
    public HandlerId id() {
        return options.id();
    }
}
