// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package org.zalando.v1;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link EphemeralVolumeClaimSpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class EphemeralVolumeClaimSpecDiff extends ObjectDiff<EphemeralVolumeClaimSpec> {
    /** Of two states, of which each may be absent. */
    public EphemeralVolumeClaimSpecDiff(@Nullable EphemeralVolumeClaimSpec oldValue,
            @Nullable EphemeralVolumeClaimSpec newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>size</code>. */
    public FieldChange<String> size() {
        return field(EphemeralVolumeClaimSpec::getSize);
    }
}
