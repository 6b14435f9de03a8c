// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package org.zalando.v1;

import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two states of {@link EphemeralVolumeClaimStatus}. Nothing is compared before it is asked for.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class EphemeralVolumeClaimStatusDiff extends ObjectDiff<EphemeralVolumeClaimStatus> {
    /** Of two states, of which each may be absent. */
    public EphemeralVolumeClaimStatusDiff(@Nullable EphemeralVolumeClaimStatus oldValue,
            @Nullable EphemeralVolumeClaimStatus newValue) {
        super(oldValue, newValue);
    }
}
