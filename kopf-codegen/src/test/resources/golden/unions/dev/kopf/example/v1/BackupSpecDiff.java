// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.backup.LooseDiff;
import dev.kopf.example.v1.backup.ScheduleDiff;
import dev.kopf.example.v1.backup.TargetDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link BackupSpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class BackupSpecDiff extends ObjectDiff<BackupSpec> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public BackupSpecDiff(JsonStates states) {
        super(states, Types.object(BackupSpec::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static BackupSpecDiff between(@Nullable BackupSpec oldValue,
            @Nullable BackupSpec newValue) {
        return new BackupSpecDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>full</code>. */
    public FieldChange<Boolean> full() {
        return field("full", Types.BOOLEAN);
    }

    /** What changed in <code>from-snapshot</code>. */
    public FieldChange<String> fromSnapshot() {
        return field("from-snapshot", Types.TEXT);
    }

    /** What changed in <code>target</code>. */
    public TargetDiff target() {
        return new TargetDiff(states("target"));
    }

    /** What changed in <code>schedule</code>. */
    public ScheduleDiff schedule() {
        return new ScheduleDiff(states("schedule"));
    }

    /** What changed in <code>loose</code>. */
    public LooseDiff loose() {
        return new LooseDiff(states("loose"));
    }
}
