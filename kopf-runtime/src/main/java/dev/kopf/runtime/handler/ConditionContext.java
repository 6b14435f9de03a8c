package dev.kopf.runtime.handler;

import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.essence.Diff;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Condition} is given beside the resource. Valid during the call.
 *
 * @param <R> the class of the resource
 */
public interface ConditionContext<R> {

    /** The id of the handler that is to be called or not. */
    HandlerId handlerId();

    /**
     * What has happened. A condition of a delete handler that waits for {@code DELETE} never holds before the deletion, so that no
     * finalizer is there to hold the object up for it (F-13).
     */
    Reason reason();

    /** What changed, untyped, from the last handled essence on; for a handler with a field, reduced to that field (D-24). */
    Diff diff();

    /** What was last handled, as an object that has only what the essence has (D-9); null where nothing was. */
    @Nullable
    R oldEssence();
}
