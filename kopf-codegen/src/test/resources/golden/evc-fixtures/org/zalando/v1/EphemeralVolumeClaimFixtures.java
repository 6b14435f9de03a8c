// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package org.zalando.v1;

import dev.kopf.testing.fixtures.ResourceFixtures;
import java.util.Random;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * Example objects of {@link EphemeralVolumeClaim}, valid by the schema of its CRD, but for CEL rules: they are not
 * read.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class EphemeralVolumeClaimFixtures {
    static final ResourceFixtures<EphemeralVolumeClaim> FIXTURES = ResourceFixtures.of(EphemeralVolumeClaim.class, schema());

    private EphemeralVolumeClaimFixtures() {}

    /** What is required, and no more; always the same. */
    public static EphemeralVolumeClaim minimal() {
        return FIXTURES.minimal();
    }

    /** Every property that can stand beside the others, lists and maps with one entry; always the same. */
    public static EphemeralVolumeClaim full() {
        return FIXTURES.full();
    }

    /** Some object: the same one for the same state of {@code random}. */
    public static EphemeralVolumeClaim random(Random random) {
        return FIXTURES.random(random);
    }

    private static String schema() {
        return String.join(
                "",
                "{\"type\":\"object\",\"properties\":{\"spec\":{\"type\":\"object\",\"properties\":{\"size\":{\"type\":\"string\"}}},\"sta",
                "tus\":{\"type\":\"object\",\"x-kubernetes-preserve-unknown-fields\":true}}}");
    }
}
