// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package org.zalando.v1;

import dev.kopf.testing.fixtures.ResourceArbitraries;
import javax.annotation.processing.Generated;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.NullMarked;

/**
 * Any object of {@link EphemeralVolumeClaim} that is valid by the schema of its CRD, but for CEL rules: they are not
 * read.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class EphemeralVolumeClaimArbitraries {
    private EphemeralVolumeClaimArbitraries() {}

    /** Valid objects; they shrink by losing what is not required. */
    public static Arbitrary<EphemeralVolumeClaim> arbitrary() {
        return ResourceArbitraries.of(EphemeralVolumeClaimFixtures.FIXTURES);
    }
}
