package dev.kopf.runtime.cause;

import dev.kopf.runtime.essence.Diff;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names the cause of an event from the state of the object alone (C-3, C-4): a pure function.
 *
 * @param finalizer our finalizer (C-20)
 */
public record CauseDetector(String finalizer) {

    public CauseDetector {
        Objects.requireNonNull(finalizer, "finalizer");
    }

    /**
     * The cause of an event.
     *
     * @param event what the API server said
     * @param oldEssence what was last handled; null where nothing was
     * @param newEssence what is there now
     * @param initial whether the object was found by the listing at the start, and was not handled to the end since (C-4)
     */
    public Cause detect(WatchEvent event, @Nullable Essence oldEssence, Essence newEssence, boolean initial) {
        Essence old = oldEssence == null ? null : oldEssence.revealedBy(newEssence);
        Diff diff = Diff.between(old, newEssence);
        Reason reason = reason(event, old == null, diff.isEmpty(), initial);
        return new Cause(reason, old, newEssence, diff, initial && reason != Reason.CREATE);
    }

    private Reason reason(WatchEvent event, boolean unhandled, boolean unchanged, boolean initial) {
        Body body = event.body();
        if (event.type() == WatchEvent.Type.DELETED) {
            return Reason.GONE;
        }
        if (body.isDeleting()) {
            return Finalizers.has(body, finalizer) ? Reason.DELETE : Reason.FREE;
        }
        if (unhandled) {
            return Reason.CREATE;
        }
        if (!unchanged) {
            return Reason.UPDATE;
        }
        return initial ? Reason.RESUME : Reason.NOOP;
    }
}
