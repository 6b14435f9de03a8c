// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.garden;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Fence}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class FenceDiff extends ObjectDiff<Fence> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public FenceDiff(JsonStates states) {
        super(states, Types.object(Fence::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static FenceDiff between(@Nullable Fence oldValue, @Nullable Fence newValue) {
        return new FenceDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>height</code>. */
    public FieldChange<Long> height() {
        return field("height", Types.LONG);
    }

    /** What changed in <code>material</code>. */
    public FieldChange<Material> material() {
        return field("material", Types.text(Material::of));
    }
}
