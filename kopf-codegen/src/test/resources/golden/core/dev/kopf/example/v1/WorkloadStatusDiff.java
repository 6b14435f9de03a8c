// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.essence.ObjectDiff;
import io.fabric8.kubernetes.api.model.Condition;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link WorkloadStatus}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class WorkloadStatusDiff extends ObjectDiff<WorkloadStatus> {
    /** Of two states, of which each may be absent. */
    public WorkloadStatusDiff(@Nullable WorkloadStatus oldValue,
            @Nullable WorkloadStatus newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>conditions</code>. */
    public KeyedListChange<String, Condition, FieldChange<Condition>> conditions() {
        return keyed(WorkloadStatus::getConditions, Condition::getType, FieldChange::new);
    }
}
