// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.workload;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Pruned}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class PrunedDiff extends ObjectDiff<Pruned> {
    /** Of two states, of which each may be absent. */
    public PrunedDiff(@Nullable Pruned oldValue, @Nullable Pruned newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>name</code>. */
    public FieldChange<String> name() {
        return field(Pruned::getName);
    }

    /** What changed in <code>value</code>. */
    public FieldChange<String> value() {
        return field(Pruned::getValue);
    }
}
