// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.backup;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Schedule}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class ScheduleDiff extends ObjectDiff<Schedule> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public ScheduleDiff(JsonStates states) {
        super(states, Types.object(Schedule::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static ScheduleDiff between(@Nullable Schedule oldValue, @Nullable Schedule newValue) {
        return new ScheduleDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>cron</code>. */
    public FieldChange<String> cron() {
        return field("cron", Types.TEXT);
    }

    /** What changed in <code>every</code>. */
    public FieldChange<String> every() {
        return field("every", Types.TEXT);
    }

    /** What changed in <code>at</code>. */
    public FieldChange<String> at() {
        return field("at", Types.TEXT);
    }

    /** What changed in <code>never</code>. */
    public FieldChange<String> never() {
        return field("never", Types.TEXT);
    }
}
