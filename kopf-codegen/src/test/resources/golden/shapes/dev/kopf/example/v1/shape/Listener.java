// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.shape;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * One of listeners.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Listener extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Listener(JsonObject fields) {
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

    /**
     * The field <code>name</code>.
     *
     * <p>Required: null only where the object breaks the schema.
     */
    public String getName() {
        return required("name", Types.TEXT);
    }

    /** The field <code>port</code>. */
    public @Nullable Long getPort() {
        return get("port", Types.LONG);
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<Listener, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>name</code>; null takes it away. */
        public Builder name(@Nullable String value) {
            return put("name", value);
        }

        /** Sets the field <code>port</code>; null takes it away. */
        public Builder port(@Nullable Long value) {
            return put("port", value);
        }

        @Override
        public Listener build() {
            return new Listener(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
