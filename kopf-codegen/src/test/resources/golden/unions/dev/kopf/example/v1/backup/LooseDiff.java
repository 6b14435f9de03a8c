// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.backup;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Loose}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class LooseDiff extends ObjectDiff<Loose> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public LooseDiff(JsonStates states) {
        super(states, Types.object(Loose::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static LooseDiff between(@Nullable Loose oldValue, @Nullable Loose newValue) {
        return new LooseDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>a</code>. */
    public FieldChange<String> a() {
        return field("a", Types.TEXT);
    }

    /** What changed in <code>b</code>. */
    public FieldChange<String> b() {
        return field("b", Types.TEXT);
    }
}
