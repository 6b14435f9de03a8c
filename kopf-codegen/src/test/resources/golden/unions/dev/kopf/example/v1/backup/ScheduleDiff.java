// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.backup;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Schedule}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class ScheduleDiff extends ObjectDiff<Schedule> {
    /** Of two states, of which each may be absent. */
    public ScheduleDiff(@Nullable Schedule oldValue, @Nullable Schedule newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>cron</code>. */
    public FieldChange<String> cron() {
        return field(Schedule::getCron);
    }

    /** What changed in <code>every</code>. */
    public FieldChange<String> every() {
        return field(Schedule::getEvery);
    }

    /** What changed in <code>at</code>. */
    public FieldChange<String> at() {
        return field(Schedule::getAt);
    }

    /** What changed in <code>never</code>. */
    public FieldChange<String> never() {
        return field(Schedule::getNever);
    }
}
