// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.workload;

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
 * A key of a secret, but the key is a password.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class HiddenSecret extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HiddenSecret(JsonObject fields) {
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

    /** The field <code>key</code>. */
    public @Nullable Password getKey() {
        return get("key", Types.PASSWORD);
    }

    /** The field <code>name</code>. */
    public @Nullable String getName() {
        return get("name", Types.TEXT);
    }

    /** The field <code>optional</code>. */
    public @Nullable Boolean getOptional() {
        return get("optional", Types.BOOLEAN);
    }

    @Override
    protected Object shown() {
        Masked masked = new Masked(asMap());
        masked.field("key", Types.PASSWORD);
        return masked;
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<HiddenSecret, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>key</code>; null takes it away. */
        public Builder key(@Nullable Password value) {
            return put("key", value);
        }

        /** Sets the field <code>name</code>; null takes it away. */
        public Builder name(@Nullable String value) {
            return put("name", value);
        }

        /** Sets the field <code>optional</code>; null takes it away. */
        public Builder optional(@Nullable Boolean value) {
            return put("optional", value);
        }

        @Override
        public HiddenSecret build() {
            return new HiddenSecret(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
