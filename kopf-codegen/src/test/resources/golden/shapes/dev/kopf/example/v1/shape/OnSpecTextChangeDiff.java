// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.shape;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link OnSpecTextChange}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class OnSpecTextChangeDiff extends ObjectDiff<OnSpecTextChange> {
    /** Of two states, of which each may be absent. */
    public OnSpecTextChangeDiff(@Nullable OnSpecTextChange oldValue,
            @Nullable OnSpecTextChange newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>seen</code>. */
    public FieldChange<String> seen() {
        return field(OnSpecTextChange::getSeen);
    }
}
