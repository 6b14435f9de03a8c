// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package org.zalando.v1;

import dev.kopf.runtime.essence.MetadataDiff;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link EphemeralVolumeClaim}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class EphemeralVolumeClaimDiff extends ObjectDiff<EphemeralVolumeClaim> {
    private EphemeralVolumeClaimDiff(@Nullable EphemeralVolumeClaim oldValue,
            @Nullable EphemeralVolumeClaim newValue) {
        super(oldValue, newValue);
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static EphemeralVolumeClaimDiff between(@Nullable EphemeralVolumeClaim oldValue,
            @Nullable EphemeralVolumeClaim newValue) {
        return new EphemeralVolumeClaimDiff(oldValue, newValue);
    }

    /** What changed in the metadata. */
    public MetadataDiff metadata() {
        return new MetadataDiff(states("metadata"), false);
    }

    /** What changed in <code>spec</code>. */
    public EphemeralVolumeClaimSpecDiff spec() {
        return new EphemeralVolumeClaimSpecDiff(states("spec"));
    }

    /** What changed in <code>status</code>. */
    public EphemeralVolumeClaimStatusDiff status() {
        return new EphemeralVolumeClaimStatusDiff(states("status"));
    }
}
