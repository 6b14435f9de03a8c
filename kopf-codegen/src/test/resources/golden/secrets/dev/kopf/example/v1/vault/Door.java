// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.vault;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.Masked;
import dev.kopf.runtime.typed.Password;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * One of doors.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Door extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Door(JsonObject fields) {
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

    /** The field <code>name</code>. */
    public @Nullable String getName() {
        return get("name", Types.TEXT);
    }

    /** The field <code>floor</code>. */
    public @Nullable Password getFloor() {
        return get("floor", Types.PASSWORD);
    }

    /** The field <code>pin</code>. */
    public @Nullable Long getPin() {
        return get("pin", Types.secret(Types.LONG));
    }

    @Override
    protected Object shown() {
        Masked masked = new Masked(asMap());
        masked.field("floor", Types.PASSWORD);
        masked.field("pin", Types.secret(Types.LONG));
        return masked;
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<Door, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>name</code>; null takes it away. */
        public Builder name(@Nullable String value) {
            return put("name", value);
        }

        /** Sets the field <code>floor</code>; null takes it away. */
        public Builder floor(@Nullable Password value) {
            return put("floor", value);
        }

        /** Sets the field <code>pin</code>; null takes it away. */
        public Builder pin(@Nullable Long value) {
            return put("pin", value);
        }

        @Override
        public Door build() {
            return new Door(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
