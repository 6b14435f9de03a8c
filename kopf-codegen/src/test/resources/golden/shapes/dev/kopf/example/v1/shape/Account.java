// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.shape;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.DateTime;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.Masked;
import dev.kopf.runtime.typed.Password;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * One of accounts.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Account extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Account(JsonObject fields) {
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
     * The field <code>user</code>.
     *
     * <p>Required: null only where the object breaks the schema.
     */
    public String getUser() {
        return required("user", Types.TEXT);
    }

    /** The field <code>nullableUser</code>. */
    public @Nullable String getNullableUser() {
        return get("nullableUser", Types.TEXT);
    }

    /**
     * The field <code>tokens</code>.
     *
     * <p>Required: null only where the object breaks the schema.
     */
    public Map<String, Password> getTokens() {
        return required("tokens", Types.map(Types.PASSWORD));
    }

    /** The field <code>expires</code>. */
    public @Nullable List<DateTime> getExpires() {
        return get("expires", Types.list(Types.DATE_TIME));
    }

    @Override
    protected Object shown() {
        Masked masked = new Masked(asMap());
        masked.field("tokens", Types.map(Types.PASSWORD));
        return masked;
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<Account, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>user</code>; null takes it away. */
        public Builder user(@Nullable String value) {
            return put("user", value);
        }

        /** Sets the field <code>nullableUser</code>; null takes it away. */
        public Builder nullableUser(@Nullable String value) {
            return put("nullableUser", value);
        }

        /** Sets the field <code>tokens</code>; null takes it away. */
        public Builder tokens(@Nullable Map<String, Password> value) {
            return put("tokens", value);
        }

        /** Sets the field <code>expires</code>; null takes it away. */
        public Builder expires(@Nullable List<DateTime> value) {
            return put("expires", value);
        }

        @Override
        public Account build() {
            return new Account(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
