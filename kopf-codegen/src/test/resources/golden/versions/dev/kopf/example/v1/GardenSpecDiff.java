// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.garden.FenceDiff;
import dev.kopf.example.v1.garden.SoilDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link GardenSpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class GardenSpecDiff extends ObjectDiff<GardenSpec> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public GardenSpecDiff(JsonStates states) {
        super(states, Types.object(GardenSpec::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static GardenSpecDiff between(@Nullable GardenSpec oldValue,
            @Nullable GardenSpec newValue) {
        return new GardenSpecDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>size</code>. */
    public FieldChange<String> size() {
        return field("size", Types.TEXT);
    }

    /** What changed in <code>soil</code>. */
    public SoilDiff soil() {
        return new SoilDiff(states("soil"));
    }

    /** What changed in <code>fence</code>. */
    public FenceDiff fence() {
        return new FenceDiff(states("fence"));
    }
}
