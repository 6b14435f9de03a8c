// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package org.zalando.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * An object of the schema.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class EphemeralVolumeClaimStatus extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EphemeralVolumeClaimStatus(JsonObject fields) {
        super(fields);
    }

    /** Starts without any field. */
    public static Builder builder() {
        return new Builder(JsonObject.EMPTY);
    }

    /** Starts with all fields of this object. */
    public Builder toBuilder() {
        return new Builder(asMap());
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<EphemeralVolumeClaimStatus, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        @Override
        public EphemeralVolumeClaimStatus build() {
            return new EphemeralVolumeClaimStatus(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
