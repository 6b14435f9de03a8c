// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.fleet;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link AB}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class ABDiff extends ObjectDiff<AB> {
    /** Of two states, of which each may be absent. */
    public ABDiff(@Nullable AB oldValue, @Nullable AB newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>c</code>. */
    public FieldChange<List<String>> c() {
        return field(AB::getC);
    }
}
