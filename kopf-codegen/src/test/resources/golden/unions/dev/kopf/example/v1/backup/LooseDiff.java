// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.backup;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Loose}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class LooseDiff extends ObjectDiff<Loose> {
    /** Of two states, of which each may be absent. */
    public LooseDiff(@Nullable Loose oldValue, @Nullable Loose newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>a</code>. */
    public FieldChange<String> a() {
        return field(Loose::getA);
    }

    /** What changed in <code>b</code>. */
    public FieldChange<String> b() {
        return field(Loose::getB);
    }
}
