// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.workload;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Pruned}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class PrunedDiff extends ObjectDiff<Pruned> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public PrunedDiff(JsonStates states) {
        super(states, Types.object(Pruned::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static PrunedDiff between(@Nullable Pruned oldValue, @Nullable Pruned newValue) {
        return new PrunedDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>name</code>. */
    public FieldChange<String> name() {
        return field("name", Types.TEXT);
    }

    /** What changed in <code>value</code>. */
    public FieldChange<String> value() {
        return field("value", Types.TEXT);
    }
}
