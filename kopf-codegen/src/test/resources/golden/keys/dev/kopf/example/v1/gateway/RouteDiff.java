// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.gateway;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Route}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class RouteDiff extends ObjectDiff<Route> {
    /** Of two states, of which each may be absent. */
    public RouteDiff(@Nullable Route oldValue, @Nullable Route newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>host</code>. */
    public FieldChange<String> host() {
        return field(Route::getHost);
    }

    /** What changed in <code>weight</code>. */
    public FieldChange<Long> weight() {
        return field(Route::getWeight);
    }
}
