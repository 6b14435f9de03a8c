package dev.kopf.runtime.progress;

import dev.kopf.runtime.essence.EssenceChange;
import org.jspecify.annotations.Nullable;

/**
 * What a handler was called for since the stored essence, each as what differs from that essence: so that an object that goes back, while
 * other handlers are not done, is not taken for one that never changed (R1, P1).
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param handled what it finished for, well or badly; null for nothing but the stored essence
 * @param attempted what it was called for after that without finishing; null for nothing
 */
public record Seen(
        @Nullable EssenceChange handled, @Nullable EssenceChange attempted) {

    /** Nothing but the stored essence. */
    public static final Seen NOTHING = new Seen(null, null);

    /** Whether it was called at all since the stored essence. */
    public boolean isAnything() {
        return handled != null || attempted != null;
    }

    Seen handling(EssenceChange change) {
        return new Seen(change, null);
    }

    /** After a call that did not finish. One that is to undo an attempt, and fails, does not undo what the attempt may have done. */
    Seen attempting(EssenceChange change) {
        boolean isBack = change.equals(handled == null ? EssenceChange.NONE : handled);
        return isBack && attempted != null ? this : new Seen(handled, change);
    }
}
