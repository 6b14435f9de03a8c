// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedResource;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The kind <code>Fleet</code>.
 *
 * <p>Mutable at its top level, as fabric8's classes are; the stanzas are immutable. Not safe for use by several threads
 * while it is changed.
 */
@Group("example.kopf.dev")
@Version("v1")
@Kind("Fleet")
@Plural("fleets")
@Singular("fleet")
@NullMarked
@Generated("dev.kopf.codegen")
public final class Fleet extends TypedResource<FleetSpec, FleetStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object that has only its kind. */
    public Fleet() {}

    /** The object as it came. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Fleet(JsonObject fields) {
        super(fields);
    }

    /** Starts with the kind only. */
    public static Builder builder() {
        return new Builder(new Fleet());
    }

    /** Starts with all fields of this object. */
    public Builder toBuilder() {
        return new Builder(new Fleet(asMap()));
    }

    /**
     * The stanza <code>spec</code>.
     *
     * <p>Looks empty where it is absent.
     */
    @Override
    public FleetSpec getSpec() {
        return stanza("spec", FleetSpec::new);
    }

    /** Sets the stanza <code>spec</code>; null takes it away. */
    @Override
    public void setSpec(@Nullable FleetSpec value) {
        put("spec", value);
    }

    /**
     * The stanza <code>status</code>.
     *
     * <p>Looks empty where it is absent.
     */
    @Override
    public FleetStatus getStatus() {
        return stanza("status", FleetStatus::new);
    }

    /** Sets the stanza <code>status</code>; null takes it away. */
    @Override
    public void setStatus(@Nullable FleetStatus value) {
        put("status", value);
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder {
        private final Fleet resource;

        private Builder(Fleet resource) {
            this.resource = resource;
        }

        /** Sets the metadata. */
        public Builder metadata(ObjectMeta value) {
            resource.setMetadata(value);
            return this;
        }

        /** Sets the stanza <code>spec</code>; null takes it away. */
        public Builder spec(@Nullable FleetSpec value) {
            resource.setSpec(value);
            return this;
        }

        /** Sets the stanza <code>status</code>; null takes it away. */
        public Builder status(@Nullable FleetStatus value) {
            resource.setStatus(value);
            return this;
        }

        /** Builds the object. */
        public Fleet build() {
            return new Fleet(resource.asMap());
        }
    }
}
