// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1beta1;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link GadgetSpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class GadgetSpecDiff extends ObjectDiff<GadgetSpec> {
    /** Of two states, of which each may be absent. */
    public GadgetSpecDiff(@Nullable GadgetSpec oldValue, @Nullable GadgetSpec newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>replicas</code>. */
    public FieldChange<Integer> replicas() {
        return field(GadgetSpec::getReplicas);
    }
}
