// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link GardenStatus}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class GardenStatusDiff extends ObjectDiff<GardenStatus> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public GardenStatusDiff(JsonStates states) {
        super(states, Types.object(GardenStatus::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static GardenStatusDiff between(@Nullable GardenStatus oldValue,
            @Nullable GardenStatus newValue) {
        return new GardenStatusDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>phase</code>. */
    public FieldChange<String> phase() {
        return field("phase", Types.TEXT);
    }
}
