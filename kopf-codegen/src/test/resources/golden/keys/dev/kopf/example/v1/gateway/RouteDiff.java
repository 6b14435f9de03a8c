// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.gateway;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Route}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class RouteDiff extends ObjectDiff<Route> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public RouteDiff(JsonStates states) {
        super(states, Types.object(Route::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static RouteDiff between(@Nullable Route oldValue, @Nullable Route newValue) {
        return new RouteDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>host</code>. */
    public FieldChange<String> host() {
        return field("host", Types.TEXT);
    }

    /** What changed in <code>weight</code>. */
    public FieldChange<Long> weight() {
        return field("weight", Types.LONG);
    }
}
