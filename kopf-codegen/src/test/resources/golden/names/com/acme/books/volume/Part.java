// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package com.acme.books.volume;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * One of chapters.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Part extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Part(JsonObject fields) {
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

    /** The field <code>n</code>. */
    public @Nullable Long getNumber() {
        return get("n", Types.LONG);
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<Part, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>n</code>; null takes it away. */
        public Builder number(@Nullable Long value) {
            return put("n", value);
        }

        @Override
        public Part build() {
            return new Part(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
