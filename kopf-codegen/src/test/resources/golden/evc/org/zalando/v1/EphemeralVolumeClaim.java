// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package org.zalando.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedResource;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A volume claim that goes when its object goes.
 *
 * <p>Mutable at its top level, as fabric8's classes are; the stanzas are immutable. Not safe for use by several threads
 * while it is changed.
 */
@Group("zalando.org")
@Version("v1")
@Kind("EphemeralVolumeClaim")
@Plural("ephemeralvolumeclaims")
@Singular("ephemeralvolumeclaim")
@ShortNames({"evc"})
@NullMarked
@Generated("dev.kopf.codegen")
public final class EphemeralVolumeClaim extends TypedResource<EphemeralVolumeClaimSpec, EphemeralVolumeClaimStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object that has only its kind. */
    public EphemeralVolumeClaim() {}

    /** The object as it came. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EphemeralVolumeClaim(JsonObject fields) {
        super(fields);
    }

    /** Starts with the kind only. */
    public static Builder builder() {
        return new Builder(new EphemeralVolumeClaim());
    }

    /** Starts with all fields of this object. */
    public Builder toBuilder() {
        return new Builder(new EphemeralVolumeClaim(asMap()));
    }

    /**
     * The stanza <code>spec</code>.
     *
     * <p>Looks empty where it is absent.
     */
    @Override
    public EphemeralVolumeClaimSpec getSpec() {
        return stanza("spec", EphemeralVolumeClaimSpec::new);
    }

    /** Sets the stanza <code>spec</code>; null takes it away. */
    @Override
    public void setSpec(@Nullable EphemeralVolumeClaimSpec value) {
        put("spec", value);
    }

    /**
     * The stanza <code>status</code>.
     *
     * <p>Looks empty where it is absent.
     */
    @Override
    public EphemeralVolumeClaimStatus getStatus() {
        return stanza("status", EphemeralVolumeClaimStatus::new);
    }

    /** Sets the stanza <code>status</code>; null takes it away. */
    @Override
    public void setStatus(@Nullable EphemeralVolumeClaimStatus value) {
        put("status", value);
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder {
        private final EphemeralVolumeClaim resource;

        private Builder(EphemeralVolumeClaim resource) {
            this.resource = resource;
        }

        /** Sets the metadata. */
        public Builder metadata(ObjectMeta value) {
            resource.setMetadata(value);
            return this;
        }

        /** Sets the stanza <code>spec</code>; null takes it away. */
        public Builder spec(@Nullable EphemeralVolumeClaimSpec value) {
            resource.setSpec(value);
            return this;
        }

        /** Sets the stanza <code>status</code>; null takes it away. */
        public Builder status(@Nullable EphemeralVolumeClaimStatus value) {
            resource.setStatus(value);
            return this;
        }

        /** Builds the object. */
        public EphemeralVolumeClaim build() {
            return new EphemeralVolumeClaim(resource.asMap());
        }
    }
}
