// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.garden;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Fence}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class FenceDiff extends ObjectDiff<Fence> {
    /** Of two states, of which each may be absent. */
    public FenceDiff(@Nullable Fence oldValue, @Nullable Fence newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>height</code>. */
    public FieldChange<Long> height() {
        return field(Fence::getHeight);
    }

    /** What changed in <code>material</code>. */
    public FieldChange<Material> material() {
        return field(Fence::getMaterial);
    }
}
