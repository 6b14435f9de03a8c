// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.garden;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Soil}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class SoilDiff extends ObjectDiff<Soil> {
    /** Of two states, of which each may be absent. */
    public SoilDiff(@Nullable Soil oldValue, @Nullable Soil newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>kind</code>. */
    public FieldChange<String> kind() {
        return field(Soil::getKind);
    }
}
