// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import io.fabric8.kubernetes.api.model.Condition;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link WorkloadStatus}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class WorkloadStatusDiff extends ObjectDiff<WorkloadStatus> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public WorkloadStatusDiff(JsonStates states) {
        super(states, Types.object(WorkloadStatus::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static WorkloadStatusDiff between(@Nullable WorkloadStatus oldValue,
            @Nullable WorkloadStatus newValue) {
        return new WorkloadStatusDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>conditions</code>. */
    public KeyedListChange<String, Condition, FieldChange<Condition>> conditions() {
        return keyed("conditions", Types.core(Condition.class), Condition::getType, states -> new FieldChange<>(states, Types.core(Condition.class)));
    }
}
