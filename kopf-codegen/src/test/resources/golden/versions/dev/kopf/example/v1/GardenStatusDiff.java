// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link GardenStatus}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class GardenStatusDiff extends ObjectDiff<GardenStatus> {
    /** Of two states, of which each may be absent. */
    public GardenStatusDiff(@Nullable GardenStatus oldValue, @Nullable GardenStatus newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>phase</code>. */
    public FieldChange<String> phase() {
        return field(GardenStatus::getPhase);
    }
}
