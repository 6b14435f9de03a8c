// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.backup;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link OneOf}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class OneOfDiff extends ObjectDiff<OneOf> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public OneOfDiff(JsonStates states) {
        super(states, Types.object(OneOf::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static OneOfDiff between(@Nullable OneOf oldValue, @Nullable OneOf newValue) {
        return new OneOfDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>oneOf</code>. */
    public FieldChange<String> oneOf() {
        return field("oneOf", Types.TEXT);
    }
}
