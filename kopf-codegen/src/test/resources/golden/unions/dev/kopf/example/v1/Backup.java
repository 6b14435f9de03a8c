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
 * The kind <code>Backup</code>.
 *
 * <p>Mutable at its top level, as fabric8's classes are; the stanzas are immutable. Not safe for use by several threads
 * while it is changed.
 */
@Group("example.kopf.dev")
@Version("v1")
@Kind("Backup")
@Plural("backups")
@Singular("backup")
@NullMarked
@Generated("dev.kopf.codegen")
public final class Backup extends TypedResource<BackupSpec, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object that has only its kind. */
    public Backup() {}

    /** The object as it came. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Backup(JsonObject fields) {
        super(fields);
    }

    /** Starts with the kind only. */
    public static Builder builder() {
        return new Builder(new Backup());
    }

    /** Starts with all fields of this object. */
    public Builder toBuilder() {
        return new Builder(new Backup(asMap()));
    }

    /**
     * The stanza <code>spec</code>.
     *
     * <p>Looks empty where it is absent.
     */
    @Override
    public BackupSpec getSpec() {
        return stanza("spec", BackupSpec::new);
    }

    /** Sets the stanza <code>spec</code>; null takes it away. */
    @Override
    public void setSpec(@Nullable BackupSpec value) {
        put("spec", value);
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder {
        private final Backup resource;

        private Builder(Backup resource) {
            this.resource = resource;
        }

        /** Sets the metadata. */
        public Builder metadata(ObjectMeta value) {
            resource.setMetadata(value);
            return this;
        }

        /** Sets the stanza <code>spec</code>; null takes it away. */
        public Builder spec(@Nullable BackupSpec value) {
            resource.setSpec(value);
            return this;
        }

        /** Builds the object. */
        public Backup build() {
            return new Backup(resource.asMap());
        }
    }
}
