// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.book;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Part}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class PartDiff extends ObjectDiff<Part> {
    /** Of two states, of which each may be absent. */
    public PartDiff(@Nullable Part oldValue, @Nullable Part newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>name</code>. */
    public FieldChange<String> name() {
        return field(Part::getName);
    }
}
