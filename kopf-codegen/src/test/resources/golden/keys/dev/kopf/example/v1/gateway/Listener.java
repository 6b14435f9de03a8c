// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.gateway;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.Accessors;
import dev.kopf.runtime.typed.ItemKey;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import java.util.List;
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

    /** The field <code>name</code>. */
    public @Nullable String getName() {
        return get("name", Types.TEXT);
    }

    /** The field <code>ports</code>. */
    public @Nullable List<Port> getPorts() {
        return get("ports", Types.list(Types.object(Port::new)));
    }

    /**
     * The item of <code>ports</code> with this key: <code>port</code>, <code>protocol</code>; null where there is none.
     */
    public @Nullable Port getPort(Integer port, Protocol protocol) {
        return Accessors.item(getPorts(), PortKey::of, new PortKey(port, protocol));
    }

    /** The key of an item of <code>ports</code>. Immutable and safe for use by several threads. */
    public static final class PortKey extends ItemKey {
        private final @Nullable Integer port;

        private final @Nullable Protocol protocol;

        /** The key that is made of these; null for what is absent. */
        public PortKey(@Nullable Integer port, @Nullable Protocol protocol) {
            super(port, protocol);
            this.port = port;
            this.protocol = protocol;
        }

        /** The key of an item. */
        public static PortKey of(Port item) {
            return new PortKey(item.getPort(), item.getProtocolOrDefault());
        }

        /** The field <code>port</code>; null where the item has none. */
        public @Nullable Integer port() {
            return port;
        }

        /** The field <code>protocol</code>; null where the item has none. */
        public @Nullable Protocol protocol() {
            return protocol;
        }
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

        /** Sets the field <code>ports</code>; null takes it away. */
        public Builder ports(@Nullable List<Port> value) {
            return put("ports", value);
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
