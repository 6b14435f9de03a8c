// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package com.acme.books;

import com.fasterxml.jackson.annotation.JsonCreator;
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
import java.util.Map;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The kind <code>Book</code>.
 *
 * <p>Mutable at its top level, as fabric8's classes are; the stanzas are immutable. Not safe for use by several threads
 * while it is changed.
 */
@Group("example.kopf.dev")
@Version("v1")
@Kind("Book")
@Plural("books")
@Singular("book")
@NullMarked
@Generated("dev.kopf.codegen")
public final class Volume extends TypedResource<VolumeSettings, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object that has only its kind. */
    public Volume() {}

    /** The object as it came. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Volume(JsonObject fields) {
        super(fields);
    }

    /** Starts with the kind only. */
    public static Builder builder() {
        return new Builder(new Volume());
    }

    /** Starts with all fields of this object. */
    public Builder toBuilder() {
        return new Builder(new Volume(asMap()));
    }

    /**
     * The stanza <code>spec</code>.
     *
     * <p>Looks empty where it is absent.
     */
    @Override
    public VolumeSettings getSpec() {
        return stanza("spec", VolumeSettings::new);
    }

    /** Sets the stanza <code>spec</code>; null takes it away. */
    @Override
    public void setSpec(@Nullable VolumeSettings value) {
        put("spec", value);
    }

    /** The stanza <code>x-data</code>. */
    public @Nullable Map<String, String> getNotes() {
        return get("x-data", Types.map(Types.TEXT));
    }

    /** Sets the stanza <code>x-data</code>; null takes it away. */
    public void setNotes(@Nullable Map<String, String> value) {
        put("x-data", value);
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder {
        private final Volume resource;

        private Builder(Volume resource) {
            this.resource = resource;
        }

        /** Sets the metadata. */
        public Builder metadata(ObjectMeta value) {
            resource.setMetadata(value);
            return this;
        }

        /** Sets the stanza <code>spec</code>; null takes it away. */
        public Builder spec(@Nullable VolumeSettings value) {
            resource.setSpec(value);
            return this;
        }

        /** Sets the stanza <code>x-data</code>; null takes it away. */
        public Builder notes(@Nullable Map<String, String> value) {
            resource.setNotes(value);
            return this;
        }

        /** Builds the object. */
        public Volume build() {
            return new Volume(resource.asMap());
        }
    }
}
