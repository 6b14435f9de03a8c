package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Patch;
import java.util.Objects;

/**
 * What is to be written to an object: fields and edits, and perhaps our finalizer. Edits and the finalizer are worked out against the
 * newest known state each time that the write is tried.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param patch the fields and the edits
 * @param finalizer what is to become of our finalizer
 * @param inDoubt what is to be written instead, where the object has changed before this is written, and it is to be decided anew; what is
 *     done for it already is not to be forgotten then
 */
public record Write(Patch patch, FinalizerChange finalizer, Patch inDoubt) {

    /** Nothing to write. */
    public static final Write NOTHING = new Write(Patch.EMPTY, FinalizerChange.NONE);

    /** What is to become of our finalizer. */
    public enum FinalizerChange {
        /** It stays as it is. */
        NONE,
        /** It is added where it is not there. */
        ADD,
        /** It is removed where it is there. */
        REMOVE
    }

    public Write {
        Objects.requireNonNull(patch, "patch");
        Objects.requireNonNull(finalizer, "finalizer");
        Objects.requireNonNull(inDoubt, "inDoubt");
    }

    /** What is to be written in any case. */
    public Write(Patch patch, FinalizerChange finalizer) {
        this(patch, finalizer, Patch.EMPTY);
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return patch.isEmpty() && finalizer == FinalizerChange.NONE;
    }

    /** Whether what is written depends on what is there, so that it is done on exactly that state or not at all (P-6). */
    boolean isEdit() {
        return !patch.edits().isEmpty();
    }

    /** What is left when the status is written. */
    Write withoutStatus() {
        return new Write(patch.splitStatus().object(), finalizer, inDoubt);
    }

    /** The fields, the edits and the finalizer as one patch of this state of the object. */
    Patch against(Body body, String finalizerName) {
        return switch (finalizer) {
            case NONE -> patch;
            case ADD -> Finalizers.add(body, finalizerName, patch);
            case REMOVE -> Finalizers.remove(body, finalizerName, patch);
        };
    }
}
