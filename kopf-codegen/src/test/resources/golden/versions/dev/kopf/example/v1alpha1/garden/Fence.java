// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1alpha1.garden;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The object fence.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Fence extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Fence(JsonObject fields) {
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

    /** The field <code>height</code>. */
    public @Nullable Long getHeight() {
        return get("height", Types.LONG);
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<Fence, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>height</code>; null takes it away. */
        public Builder height(@Nullable Long value) {
            return put("height", value);
        }

        @Override
        public Fence build() {
            return new Fence(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
