// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.vault;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Password;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Whole}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class WholeDiff extends ObjectDiff<Whole> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public WholeDiff(JsonStates states) {
        super(states, Types.object(Whole::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static WholeDiff between(@Nullable Whole oldValue, @Nullable Whole newValue) {
        return new WholeDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>a</code>. */
    public FieldChange<Password> a() {
        return field("a", Types.PASSWORD);
    }

    /** What changed in <code>b</code>. */
    public BDiff b() {
        return new BDiff(states("b"));
    }
}
