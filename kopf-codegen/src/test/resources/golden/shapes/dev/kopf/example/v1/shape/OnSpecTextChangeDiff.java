// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.shape;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link OnSpecTextChange}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class OnSpecTextChangeDiff extends ObjectDiff<OnSpecTextChange> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public OnSpecTextChangeDiff(JsonStates states) {
        super(states, Types.object(OnSpecTextChange::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static OnSpecTextChangeDiff between(@Nullable OnSpecTextChange oldValue,
            @Nullable OnSpecTextChange newValue) {
        return new OnSpecTextChangeDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>seen</code>. */
    public FieldChange<String> seen() {
        return field("seen", Types.TEXT);
    }
}
