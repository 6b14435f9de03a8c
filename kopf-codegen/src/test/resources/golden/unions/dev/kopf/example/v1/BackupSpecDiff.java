// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.backup.LooseDiff;
import dev.kopf.example.v1.backup.ScheduleDiff;
import dev.kopf.example.v1.backup.TargetDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link BackupSpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class BackupSpecDiff extends ObjectDiff<BackupSpec> {
    /** Of two states, of which each may be absent. */
    public BackupSpecDiff(@Nullable BackupSpec oldValue, @Nullable BackupSpec newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>full</code>. */
    public FieldChange<Boolean> full() {
        return field(BackupSpec::getFull);
    }

    /** What changed in <code>from-snapshot</code>. */
    public FieldChange<String> fromSnapshot() {
        return field(BackupSpec::getFromSnapshot);
    }

    /** What changed in <code>target</code>. */
    public TargetDiff target() {
        return new TargetDiff(ofOld(BackupSpec::getTarget), ofNew(BackupSpec::getTarget));
    }

    /** What changed in <code>schedule</code>. */
    public ScheduleDiff schedule() {
        return new ScheduleDiff(ofOld(BackupSpec::getSchedule), ofNew(BackupSpec::getSchedule));
    }

    /** What changed in <code>loose</code>. */
    public LooseDiff loose() {
        return new LooseDiff(ofOld(BackupSpec::getLoose), ofNew(BackupSpec::getLoose));
    }
}
