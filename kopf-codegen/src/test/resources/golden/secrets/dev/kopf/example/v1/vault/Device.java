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
 * The object device.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Device extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Device(JsonObject fields) {
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

    /** The field <code>devicePath</code>. */
    public @Nullable String getDevicePath() {
        return get("devicePath", Types.TEXT);
    }

    /** The field <code>name</code>. */
    public @Nullable Password getName() {
        return get("name", Types.PASSWORD);
    }

    @Override
    protected Object shown() {
        Masked masked = new Masked(asMap());
        masked.field("name", Types.PASSWORD);
        return masked;
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<Device, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>devicePath</code>; null takes it away. */
        public Builder devicePath(@Nullable String value) {
            return put("devicePath", value);
        }

        /** Sets the field <code>name</code>; null takes it away. */
        public Builder name(@Nullable Password value) {
            return put("name", value);
        }

        @Override
        public Device build() {
            return new Device(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
