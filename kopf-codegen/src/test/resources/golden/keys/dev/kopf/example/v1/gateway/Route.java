// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.gateway;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * One of routes.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Route extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Route(JsonObject fields) {
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

    /** The field <code>host</code>. */
    public @Nullable String getHost() {
        return get("host", Types.TEXT);
    }

    /** The field <code>weight</code>. */
    public @Nullable Long getWeight() {
        return get("weight", Types.LONG);
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<Route, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>host</code>; null takes it away. */
        public Builder host(@Nullable String value) {
            return put("host", value);
        }

        /** Sets the field <code>weight</code>; null takes it away. */
        public Builder weight(@Nullable Long value) {
            return put("weight", value);
        }

        @Override
        public Route build() {
            return new Route(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
