// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.runtime.essence.MetadataDiff;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Workload}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class WorkloadDiff extends ObjectDiff<Workload> {
    private WorkloadDiff(@Nullable Workload oldValue, @Nullable Workload newValue) {
        super(oldValue, newValue);
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static WorkloadDiff between(@Nullable Workload oldValue, @Nullable Workload newValue) {
        return new WorkloadDiff(oldValue, newValue);
    }

    /** What changed in the metadata. */
    public MetadataDiff metadata() {
        return new MetadataDiff(states("metadata"), true);
    }

    /** What changed in <code>spec</code>. */
    public WorkloadSpecDiff spec() {
        return new WorkloadSpecDiff(states("spec"));
    }

    /** What changed in <code>status</code>. */
    public WorkloadStatusDiff status() {
        return new WorkloadStatusDiff(states("status"));
    }
}
