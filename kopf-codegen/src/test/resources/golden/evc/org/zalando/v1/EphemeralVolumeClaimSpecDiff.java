// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package org.zalando.v1;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link EphemeralVolumeClaimSpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class EphemeralVolumeClaimSpecDiff extends ObjectDiff<EphemeralVolumeClaimSpec> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public EphemeralVolumeClaimSpecDiff(JsonStates states) {
        super(states, Types.object(EphemeralVolumeClaimSpec::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static EphemeralVolumeClaimSpecDiff between(@Nullable EphemeralVolumeClaimSpec oldValue,
            @Nullable EphemeralVolumeClaimSpec newValue) {
        return new EphemeralVolumeClaimSpecDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>size</code>. */
    public FieldChange<String> size() {
        return field("size", Types.TEXT);
    }
}
