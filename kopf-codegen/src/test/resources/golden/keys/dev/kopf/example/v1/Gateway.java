// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.example.v1.gateway.Pool;
import dev.kopf.runtime.typed.Accessors;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedResource;
import dev.kopf.runtime.typed.Types;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The kind <code>Gateway</code>.
 *
 * <p>Mutable at its top level, as fabric8's classes are; the stanzas are immutable. Not safe for use by several threads
 * while it is changed.
 */
@Group("example.kopf.dev")
@Version("v1")
@Kind("Gateway")
@Plural("gateways")
@Singular("gateway")
@NullMarked
@Generated("dev.kopf.codegen")
public final class Gateway extends TypedResource<GatewaySpec, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object that has only its kind. */
    public Gateway() {}

    /** The object as it came. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Gateway(JsonObject fields) {
        super(fields);
    }

    /** Starts with the kind only. */
    public static Builder builder() {
        return new Builder(new Gateway());
    }

    /** Starts with all fields of this object. */
    public Builder toBuilder() {
        return new Builder(new Gateway(asMap()));
    }

    /**
     * The stanza <code>spec</code>.
     *
     * <p>Looks empty where it is absent.
     */
    @Override
    public GatewaySpec getSpec() {
        return stanza("spec", GatewaySpec::new);
    }

    /** Sets the stanza <code>spec</code>; null takes it away. */
    @Override
    public void setSpec(@Nullable GatewaySpec value) {
        put("spec", value);
    }

    /** The stanza <code>pools</code>. */
    public @Nullable List<Pool> getPools() {
        return get("pools", Types.list(Types.object(Pool::new)));
    }

    /** Sets the stanza <code>pools</code>; null takes it away. */
    public void setPools(@Nullable List<Pool> value) {
        put("pools", value);
    }

    /** The item of <code>pools</code> with this key: <code>name</code>; null where there is none. */
    public @Nullable Pool getPool(String name) {
        return Accessors.item(getPools(), Pool::getName, name);
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder {
        private final Gateway resource;

        private Builder(Gateway resource) {
            this.resource = resource;
        }

        /** Sets the metadata. */
        public Builder metadata(ObjectMeta value) {
            resource.setMetadata(value);
            return this;
        }

        /** Sets the stanza <code>spec</code>; null takes it away. */
        public Builder spec(@Nullable GatewaySpec value) {
            resource.setSpec(value);
            return this;
        }

        /** Sets the stanza <code>pools</code>; null takes it away. */
        public Builder pools(@Nullable List<Pool> value) {
            resource.setPools(value);
            return this;
        }

        /** Builds the object. */
        public Gateway build() {
            return new Gateway(resource.asMap());
        }
    }
}
