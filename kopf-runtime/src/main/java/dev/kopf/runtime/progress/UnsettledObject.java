package dev.kopf.runtime.progress;

import dev.kopf.runtime.resource.ObjectRef;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object that the operator is not done with: why, since when and until when (P7). What its handlers have said is in the records that
 * stand on it.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param object which one
 * @param state what becomes of it now
 * @param since from when on something was owed to it, as far as this operator has seen; it stays while the object changes meanwhile
 * @param until when it is looked at again; null where that is not a matter of time
 */
public record UnsettledObject(
        ObjectRef object,
        State state,
        Instant since,
        @Nullable Instant until) {

    /** What becomes of an object. */
    public enum State {
        /** Its handlers are at work, or what they have done is being written. */
        HANDLING,

        /** It waits for its turn: as many others are at work as may be at once, or the operator makes way for a peer (N-9). */
        QUEUED,

        /** Handlers are to be called for it, when their time has come. */
        RETRYING,

        /** What was done could not be written, and is to be written when its time has come (R3). */
        STORING
    }

    public UnsettledObject {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(since, "since");
    }
}
