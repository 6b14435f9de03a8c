package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.progress.Outcome;
import dev.kopf.runtime.resource.Patch;
import java.time.Duration;
import java.util.Objects;

/**
 * What one call of a handler came to.
 *
 * @param outcome what became of the handler
 * @param patch its result, and what it set on the object
 * @param isCalled whether it was called at all; not where its limits were reached before
 * @param inSubHandlers how much of its time went by in its sub-handlers (R5)
 */
public record Execution(Outcome outcome, Patch patch, boolean isCalled, Duration inSubHandlers) {
    public Execution {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(patch, "patch");
        Objects.requireNonNull(inSubHandlers, "inSubHandlers");
    }
}
