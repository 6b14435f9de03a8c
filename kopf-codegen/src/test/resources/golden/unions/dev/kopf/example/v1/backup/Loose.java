// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.backup;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The object loose.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Loose extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Loose(JsonObject fields) {
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

    /** The field <code>a</code>. */
    public @Nullable String getA() {
        return get("a", Types.TEXT);
    }

    /** The field <code>b</code>. */
    public @Nullable String getB() {
        return get("b", Types.TEXT);
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<Loose, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>a</code>; null takes it away. */
        public Builder a(@Nullable String value) {
            return put("a", value);
        }

        /** Sets the field <code>b</code>; null takes it away. */
        public Builder b(@Nullable String value) {
            return put("b", value);
        }

        @Override
        public Loose build() {
            return new Loose(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
