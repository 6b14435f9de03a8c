package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.essence.EssenceChange;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.progress.Progress;
import dev.kopf.runtime.progress.Seen;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cause of an object as each handler has it: from what it finished for last to what there is now (R1). To most that is the stored
 * essence. Not to a handler that was called for a change that others still retry: an object that goes back, in that time, has changed in
 * its eyes, though not in those of the stored essence. Pure functions.
 */
final class HandlerCauses {

    private static final Essence UNKNOWN = Essence.of(Map.of());

    private final Cause cause;
    private final Progress progress;

    /**
     * @param cause the cause by the stored essence
     * @param progress what is stored of the handlers
     */
    HandlerCauses(Cause cause, Progress progress) {
        this.cause = cause;
        this.progress = progress;
    }

    /** The cause as it is to a handler; the cause by the stored essence where it has seen nothing else. */
    Cause of(Handler handler) {
        Essence stored = cause.oldEssence();
        Seen seen = seen(handler);
        if (stored == null || seen == null) {
            return cause;
        }
        Cause own = since(seen.handled(), stored);
        return own.diff().isEmpty() && seen.attempted() != null ? since(seen.attempted(), stored) : own;
    }

    private Cause since(@Nullable EssenceChange change, Essence stored) {
        return change == null ? cause : cause.since(change.isKnown() ? change.from(stored) : UNKNOWN);
    }

    /** What the handler has seen since the stored essence, if that counts for this cause; null for nothing. */
    private @Nullable Seen seen(Handler handler) {
        boolean counts = (handler.type() == HandlerType.UPDATE || handler.type() == HandlerType.FIELD)
                && (cause.reason() == Reason.UPDATE
                        || cause.reason() == Reason.RESUME
                        || cause.reason() == Reason.NOOP);
        HandlerState state = counts ? progress.state(handler.id()) : null;
        return state != null && state.isFor(Reason.UPDATE) && state.seen().isAnything() ? state.seen() : null;
    }
}
