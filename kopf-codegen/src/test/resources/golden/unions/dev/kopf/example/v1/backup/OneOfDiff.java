// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.backup;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link OneOf}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class OneOfDiff extends ObjectDiff<OneOf> {
    /** Of two states, of which each may be absent. */
    public OneOfDiff(@Nullable OneOf oldValue, @Nullable OneOf newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>oneOf</code>. */
    public FieldChange<String> oneOf() {
        return field(OneOf::getOneOf);
    }
}
