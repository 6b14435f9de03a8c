// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.example.v1.garden.Fence;
import dev.kopf.example.v1.garden.Soil;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * An object of the schema.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class GardenSpec extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GardenSpec(JsonObject fields) {
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

    /** The field <code>size</code>. */
    public @Nullable String getSize() {
        return get("size", Types.TEXT);
    }

    /** The field <code>soil</code>. */
    public @Nullable Soil getSoil() {
        return get("soil", Types.object(Soil::new));
    }

    /** The field <code>fence</code>. */
    public @Nullable Fence getFence() {
        return get("fence", Types.object(Fence::new));
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<GardenSpec, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>size</code>; null takes it away. */
        public Builder size(@Nullable String value) {
            return put("size", value);
        }

        /** Sets the field <code>soil</code>; null takes it away. */
        public Builder soil(@Nullable Soil value) {
            return put("soil", value);
        }

        /** Sets the field <code>fence</code>; null takes it away. */
        public Builder fence(@Nullable Fence value) {
            return put("fence", value);
        }

        @Override
        public GardenSpec build() {
            return new GardenSpec(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
