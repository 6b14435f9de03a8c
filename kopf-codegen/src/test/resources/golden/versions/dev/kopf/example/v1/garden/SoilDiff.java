// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.garden;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Soil}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class SoilDiff extends ObjectDiff<Soil> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public SoilDiff(JsonStates states) {
        super(states, Types.object(Soil::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static SoilDiff between(@Nullable Soil oldValue, @Nullable Soil newValue) {
        return new SoilDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>kind</code>. */
    public FieldChange<String> kind() {
        return field("kind", Types.TEXT);
    }
}
