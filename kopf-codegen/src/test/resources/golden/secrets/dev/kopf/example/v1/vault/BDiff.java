// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.vault;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link B}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class BDiff extends ObjectDiff<B> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public BDiff(JsonStates states) {
        super(states, Types.object(B::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static BDiff between(@Nullable B oldValue, @Nullable B newValue) {
        return new BDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>c</code>. */
    public FieldChange<Long> c() {
        return field("c", Types.secret(Types.LONG));
    }
}
