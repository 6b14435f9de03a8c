// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package org.zalando.v1;

import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two states of {@link EphemeralVolumeClaimStatus}. Nothing is compared before it is asked for.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class EphemeralVolumeClaimStatusDiff extends ObjectDiff<EphemeralVolumeClaimStatus> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public EphemeralVolumeClaimStatusDiff(JsonStates states) {
        super(states, Types.object(EphemeralVolumeClaimStatus::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static EphemeralVolumeClaimStatusDiff between(
            @Nullable EphemeralVolumeClaimStatus oldValue,
            @Nullable EphemeralVolumeClaimStatus newValue) {
        return new EphemeralVolumeClaimStatusDiff(JsonStates.of(oldValue, newValue));
    }
}
