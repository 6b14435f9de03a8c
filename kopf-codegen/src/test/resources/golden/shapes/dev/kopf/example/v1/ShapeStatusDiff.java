// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.shape.OnSpecTextChangeDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link ShapeStatus}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class ShapeStatusDiff extends ObjectDiff<ShapeStatus> {
    /** Of two states, of which each may be absent. */
    public ShapeStatusDiff(@Nullable ShapeStatus oldValue, @Nullable ShapeStatus newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>phase</code>. */
    public FieldChange<String> phase() {
        return field(ShapeStatus::getPhase);
    }

    /** What changed in <code>onCreate</code>. */
    public FieldChange<Integer> onCreate() {
        return field(ShapeStatus::getOnCreate);
    }

    /** What changed in <code>onSpecTextChange</code>. */
    public OnSpecTextChangeDiff onSpecTextChange() {
        return new OnSpecTextChangeDiff(ofOld(ShapeStatus::getOnSpecTextChange), ofNew(ShapeStatus::getOnSpecTextChange));
    }
}
