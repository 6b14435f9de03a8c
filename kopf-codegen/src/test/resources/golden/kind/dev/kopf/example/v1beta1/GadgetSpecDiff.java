// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1beta1;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link GadgetSpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class GadgetSpecDiff extends ObjectDiff<GadgetSpec> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public GadgetSpecDiff(JsonStates states) {
        super(states, Types.object(GadgetSpec::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static GadgetSpecDiff between(@Nullable GadgetSpec oldValue,
            @Nullable GadgetSpec newValue) {
        return new GadgetSpecDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>replicas</code>. */
    public FieldChange<Integer> replicas() {
        return field("replicas", Types.INTEGER);
    }
}
