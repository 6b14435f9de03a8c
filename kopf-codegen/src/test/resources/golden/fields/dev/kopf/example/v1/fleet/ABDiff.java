// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.fleet;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link AB}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class ABDiff extends ObjectDiff<AB> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public ABDiff(JsonStates states) {
        super(states, Types.object(AB::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static ABDiff between(@Nullable AB oldValue, @Nullable AB newValue) {
        return new ABDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>c</code>. */
    public FieldChange<List<String>> c() {
        return field("c", Types.list(Types.TEXT));
    }
}
