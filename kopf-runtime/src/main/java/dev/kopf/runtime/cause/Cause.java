package dev.kopf.runtime.cause;

import dev.kopf.runtime.essence.Diff;
import dev.kopf.runtime.essence.Essence;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why an object is handled, and what changed.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param reason why
 * @param oldEssence what was last handled; null where nothing was (D-9)
 * @param newEssence what is there now
 * @param diff what differs between the two (D-26)
 * @param initial whether the operator sees the object for the first time since its start, and it was handled before (C-4)
 */
public record Cause(Reason reason, @Nullable Essence oldEssence, Essence newEssence, Diff diff, boolean initial) {

    public Cause {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(newEssence, "newEssence");
        Objects.requireNonNull(diff, "diff");
    }

    /** This cause for another reason: a deletion that only others hold up is one for optional delete handlers (R11). */
    public Cause withReason(Reason other) {
        return new Cause(other, oldEssence, newEssence, diff, initial);
    }

    /** This cause, to a handler that has seen another essence than the stored one: an update, where it differs and was created before (R1). */
    public Cause since(Essence other) {
        Essence known = other.revealedBy(newEssence);
        Diff since = Diff.between(known, newEssence);
        Reason why = since.isEmpty() || reason == Reason.CREATE ? reason : Reason.UPDATE;
        return new Cause(why, known, newEssence, since, initial);
    }

    /** Whether the essence differs from what was last handled, and is to be stored once all is done (D-8). */
    public boolean hasNewEssence() {
        return !newEssence.equals(oldEssence);
    }
}
