// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.shape.OnSpecTextChangeDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link ShapeStatus}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class ShapeStatusDiff extends ObjectDiff<ShapeStatus> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public ShapeStatusDiff(JsonStates states) {
        super(states, Types.object(ShapeStatus::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static ShapeStatusDiff between(@Nullable ShapeStatus oldValue,
            @Nullable ShapeStatus newValue) {
        return new ShapeStatusDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>phase</code>. */
    public FieldChange<String> phase() {
        return field("phase", Types.TEXT);
    }

    /** What changed in <code>onCreate</code>. */
    public FieldChange<Integer> onCreate() {
        return field("onCreate", Types.INTEGER);
    }

    /** What changed in <code>onSpecTextChange</code>. */
    public OnSpecTextChangeDiff onSpecTextChange() {
        return new OnSpecTextChangeDiff(states("onSpecTextChange"));
    }
}
