// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.gateway;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import java.math.BigDecimal;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Data}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class DataDiff extends ObjectDiff<Data> {
    /** Of two states, of which each may be absent. */
    public DataDiff(@Nullable Data oldValue, @Nullable Data newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>id</code>. */
    public FieldChange<BigDecimal> id() {
        return field(Data::getId);
    }
}
