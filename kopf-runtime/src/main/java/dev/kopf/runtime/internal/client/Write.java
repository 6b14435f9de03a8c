package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.BodyEdit;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Json;
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
 * @param inDoubt of a release, what is to be written instead where the object has changed before this is written, and it is to be decided
 *     anew; what is done for it already is not to be forgotten then
 * @param kept what is remembered of handlers where the server refuses this write, and the object changes: their attempts, but none of
 *     the successes whose results are given up with the write (R7)
 * @param mayBeDone whether it was sent before, and nobody knows what became of it
 */
public record Write(Patch patch, FinalizerChange finalizer, Patch inDoubt, Patch kept, boolean mayBeDone) {

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
        Objects.requireNonNull(kept, "kept");
    }

    /** What is to be written in any case, and tells nothing of handlers. */
    public Write(Patch patch, FinalizerChange finalizer) {
        this(patch, finalizer, Patch.EMPTY, Patch.EMPTY);
    }

    /** What was never sent. */
    public Write(Patch patch, FinalizerChange finalizer, Patch inDoubt, Patch kept) {
        this(patch, finalizer, inDoubt, kept, false);
    }

    /** Whether our finalizer is removed. */
    public boolean isRelease() {
        return finalizer == FinalizerChange.REMOVE;
    }

    /** This patch instead, with all the rest. */
    public Write withPatch(Patch other) {
        return new Write(other, finalizer, inDoubt, kept, mayBeDone);
    }

    /** This write and all of another patch, which comes before it, and is kept in any case. */
    public Write after(Patch earlier) {
        return earlier.isEmpty()
                ? this
                : new Write(
                        earlier.merge(patch),
                        finalizer,
                        isRelease() ? earlier.merge(inDoubt) : inDoubt,
                        earlier.merge(kept),
                        mayBeDone);
    }

    /** This write and more, which is given up where the server refuses it. */
    public Write and(Patch more) {
        return new Write(patch.merge(more), finalizer, isRelease() ? inDoubt.merge(more) : inDoubt, kept, mayBeDone);
    }

    /** This write, where the finalizer is decided anew. */
    public Write withoutFinalizer() {
        return new Write(patch, FinalizerChange.NONE, Patch.EMPTY, kept, mayBeDone);
    }

    /** What is to be written instead, where it is to be decided anew. */
    public Write undecided() {
        return new Write(inDoubt, FinalizerChange.NONE, Patch.EMPTY, kept, mayBeDone);
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return patch.isEmpty() && finalizer == FinalizerChange.NONE;
    }

    /** Whether what is written depends on what is there, so that it is done on exactly that state or not at all (P-6). */
    boolean isEdit() {
        return !patch.edits().isEmpty();
    }

    /** What is left when the status is written, if there is anything in it to write. */
    Write withoutStatus() {
        Patch.Split parts = patch.splitStatus();
        // Successes that are in the status already are not taken back.
        boolean isTold =
                !parts.status().isEmpty() && !kept.splitStatus().status().isEmpty();
        return new Write(parts.object(), finalizer, inDoubt, isTold ? Patch.EMPTY : kept, mayBeDone);
    }

    /** What is left when all but the status is written. */
    Write withoutObject() {
        Patch left = patch.splitStatus().status();
        for (BodyEdit edit : patch.edits()) {
            left = left.withEdit(edit);
        }
        return new Write(left, FinalizerChange.NONE, Patch.EMPTY, kept, mayBeDone);
    }

    /** This write, of which nobody knows what became of it. */
    Write afterSilence() {
        return new Write(patch, finalizer, inDoubt, kept, true);
    }

    /** Whether the object is as this write makes it. */
    boolean isDoneOn(Body body, String finalizerName) {
        Patch all = against(body, finalizerName);
        return Json.identical(all.applyTo(body.fields()), body.fields());
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
