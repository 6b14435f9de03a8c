// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.gateway;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Pool}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class PoolDiff extends ObjectDiff<Pool> {
    /** Of two states, of which each may be absent. */
    public PoolDiff(@Nullable Pool oldValue, @Nullable Pool newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>name</code>. */
    public FieldChange<String> name() {
        return field(Pool::getName);
    }

    /** What changed in <code>size</code>. */
    public FieldChange<Long> size() {
        return field(Pool::getSize);
    }
}
