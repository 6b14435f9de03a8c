// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link FleetStatus}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class FleetStatusDiff extends ObjectDiff<FleetStatus> {
    /** Of two states, of which each may be absent. */
    public FleetStatusDiff(@Nullable FleetStatus oldValue, @Nullable FleetStatus newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>onSpecTemplateReplicas2Change</code>. */
    public FieldChange<Boolean> onSpecTemplateReplicas2Change() {
        return field(FleetStatus::getOnSpecTemplateReplicas2Change);
    }
}
