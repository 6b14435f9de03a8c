// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link FleetStatus}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class FleetStatusDiff extends ObjectDiff<FleetStatus> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public FleetStatusDiff(JsonStates states) {
        super(states, Types.object(FleetStatus::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static FleetStatusDiff between(@Nullable FleetStatus oldValue,
            @Nullable FleetStatus newValue) {
        return new FleetStatusDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>onSpecTemplateReplicas2Change</code>. */
    public FieldChange<Boolean> onSpecTemplateReplicas2Change() {
        return field("onSpecTemplateReplicas2Change", Types.BOOLEAN);
    }
}
