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

    private static final Essence NOTHING = Essence.of(Map.of());

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
        Seen seen = seen(handler);
        if (seen == null) {
            return cause;
        }
        Cause own = since(seen.handled());
        boolean isBack = own.diff().reduce(handler.owed()).isEmpty();
        return isBack && seen.attempted() != null ? since(seen.attempted()) : own;
    }

    /**
     * Whether it matters what a handler sees before a cause is handled to its end: all other handlers are called for whatever there is
     * then.
     */
    static boolean isOfInterestTo(Handler handler, Cause cause) {
        return switch (cause.reason()) {
            case CREATE -> handler.type() == HandlerType.FIELD;
            case UPDATE, RESUME, NOOP -> handler.type() == HandlerType.UPDATE || handler.type() == HandlerType.FIELD;
            case DELETE, FREE, GONE -> false;
        };
    }

    /** What a handler has seen when it was called for a cause, as what differs from the stored essence. */
    static EssenceChange seen(Handler handler, Cause cause) {
        Essence stored = cause.oldEssence();
        return EssenceChange.between(stored == null ? NOTHING : stored, cause.newEssence(), handler.owed());
    }

    private Cause since(@Nullable EssenceChange change) {
        Essence stored = cause.oldEssence();
        if (change == null) {
            return cause;
        }
        Essence base = stored == null ? NOTHING : stored;
        return cause.since(change.isKnown() ? change.from(base) : Essence.unknown(base, cause.newEssence()));
    }

    /** What the handler has seen since the stored essence, if that counts for this cause; null for nothing. */
    private @Nullable Seen seen(Handler handler) {
        HandlerState state = isOfInterestTo(handler, cause) ? progress.state(handler.id()) : null;
        Reason purpose = cause.oldEssence() == null ? Reason.CREATE : Reason.UPDATE; // also of one that is left alone
        return state != null && state.isFor(purpose) && state.seen().isAnything() ? state.seen() : null;
    }
}
