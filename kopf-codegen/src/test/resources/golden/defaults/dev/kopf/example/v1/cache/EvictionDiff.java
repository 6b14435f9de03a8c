// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.cache;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Eviction}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class EvictionDiff extends ObjectDiff<Eviction> {
    /** Of two states, of which each may be absent. */
    public EvictionDiff(@Nullable Eviction oldValue, @Nullable Eviction newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>after</code>. */
    public FieldChange<String> after() {
        return field(Eviction::getAfter);
    }
}
