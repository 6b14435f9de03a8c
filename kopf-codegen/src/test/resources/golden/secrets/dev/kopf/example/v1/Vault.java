// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.Masked;
import dev.kopf.runtime.typed.TypedResource;
import dev.kopf.runtime.typed.Types;
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
 * The kind <code>Vault</code>.
 *
 * <p>Mutable at its top level, as fabric8's classes are; the stanzas are immutable. Not safe for use by several threads
 * while it is changed.
 */
@Group("example.kopf.dev")
@Version("v1")
@Kind("Vault")
@Plural("vaults")
@Singular("vault")
@NullMarked
@Generated("dev.kopf.codegen")
public final class Vault extends TypedResource<VaultSpec, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object that has only its kind. */
    public Vault() {}

    /** The object as it came. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Vault(JsonObject fields) {
        super(fields);
    }

    /** Starts with the kind only. */
    public static Builder builder() {
        return new Builder(new Vault());
    }

    /** Starts with all fields of this object. */
    public Builder toBuilder() {
        return new Builder(new Vault(asMap()));
    }

    /**
     * The stanza <code>spec</code>.
     *
     * <p>Looks empty where it is absent.
     */
    @Override
    public VaultSpec getSpec() {
        return stanza("spec", VaultSpec::new);
    }

    /** Sets the stanza <code>spec</code>; null takes it away. */
    @Override
    public void setSpec(@Nullable VaultSpec value) {
        put("spec", value);
    }

    @Override
    protected Object shown() {
        Masked masked = new Masked(asMap());
        masked.field("spec", Types.object(VaultSpec::new));
        return masked;
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder {
        private final Vault resource;

        private Builder(Vault resource) {
            this.resource = resource;
        }

        /** Sets the metadata. */
        public Builder metadata(ObjectMeta value) {
            resource.setMetadata(value);
            return this;
        }

        /** Sets the stanza <code>spec</code>; null takes it away. */
        public Builder spec(@Nullable VaultSpec value) {
            resource.setSpec(value);
            return this;
        }

        /** Builds the object. */
        public Vault build() {
            return new Vault(resource.asMap());
        }
    }
}
