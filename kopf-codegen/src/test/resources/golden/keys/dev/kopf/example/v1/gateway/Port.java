// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.gateway;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.Accessors;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * One of ports.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Port extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Port(JsonObject fields) {
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

    /** The field <code>port</code>. */
    public @Nullable Integer getPort() {
        return get("port", Types.INTEGER);
    }

    /** The field <code>protocol</code>. */
    public @Nullable Protocol getProtocol() {
        return get("protocol", Types.text(Protocol::of));
    }

    /** The field <code>appName</code>. */
    public @Nullable String getAppName() {
        return get("appName", Types.TEXT);
    }

    /**
     * The field <code>protocol</code>, or its default <code>"TCP"</code> where it is absent or does not fit. The
     * default is not written.
     */
    public Protocol getProtocolOrDefault() {
        return Accessors.orDefault(getProtocol(), Types.text(Protocol::of), "\"TCP\"");
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<Port, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>port</code>; null takes it away. */
        public Builder port(@Nullable Integer value) {
            return put("port", value);
        }

        /** Sets the field <code>protocol</code>; null takes it away. */
        public Builder protocol(@Nullable Protocol value) {
            return put("protocol", value);
        }

        /** Sets the field <code>appName</code>; null takes it away. */
        public Builder appName(@Nullable String value) {
            return put("appName", value);
        }

        @Override
        public Port build() {
            return new Port(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
