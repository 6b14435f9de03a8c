// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.Masked;
import dev.kopf.runtime.typed.TypedResource;
import dev.kopf.runtime.typed.Types;
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
 * The kind <code>Shape</code>.
 *
 * <p>Mutable at its top level, as fabric8's classes are; the stanzas are immutable. Not safe for use by several threads
 * while it is changed.
 */
@Group("example.kopf.dev")
@Version("v1")
@Kind("Shape")
@Plural("shapes")
@Singular("shape")
@NullMarked
@Generated("dev.kopf.codegen")
public final class Shape extends TypedResource<ShapeSpec, ShapeStatus> {
    private static final long serialVersionUID = 1L;

    /** An object that has only its kind. */
    public Shape() {}

    /** The object as it came. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Shape(JsonObject fields) {
        super(fields);
    }

    /** Starts with the kind only. */
    public static Builder builder() {
        return new Builder(new Shape());
    }

    /** Starts with all fields of this object. */
    public Builder toBuilder() {
        return new Builder(new Shape(asMap()));
    }

    /**
     * The stanza <code>spec</code>.
     *
     * <p>Looks empty where it is absent.
     */
    @Override
    public ShapeSpec getSpec() {
        return stanza("spec", ShapeSpec::new);
    }

    /** Sets the stanza <code>spec</code>; null takes it away. */
    @Override
    public void setSpec(@Nullable ShapeSpec value) {
        put("spec", value);
    }

    /**
     * The stanza <code>status</code>.
     *
     * <p>Looks empty where it is absent.
     */
    @Override
    public ShapeStatus getStatus() {
        return stanza("status", ShapeStatus::new);
    }

    /** Sets the stanza <code>status</code>; null takes it away. */
    @Override
    public void setStatus(@Nullable ShapeStatus value) {
        put("status", value);
    }

    /**
     * The stanza <code>data</code>.
     *
     * <p>Required: null only where the object breaks the schema.
     */
    public Map<String, String> getData() {
        return required("data", Types.map(Types.TEXT));
    }

    /** Sets the stanza <code>data</code>; null takes it away. */
    public void setData(@Nullable Map<String, String> value) {
        put("data", value);
    }

    /** The stanza <code>version</code>. */
    public @Nullable String getVersionField() {
        return get("version", Types.TEXT);
    }

    /** Sets the stanza <code>version</code>; null takes it away. */
    public void setVersionField(@Nullable String value) {
        put("version", value);
    }

    @Override
    protected Object shown() {
        Masked masked = new Masked(asMap());
        masked.field("spec", Types.object(ShapeSpec::new));
        return masked;
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder {
        private final Shape resource;

        private Builder(Shape resource) {
            this.resource = resource;
        }

        /** Sets the metadata. */
        public Builder metadata(ObjectMeta value) {
            resource.setMetadata(value);
            return this;
        }

        /** Sets the stanza <code>spec</code>; null takes it away. */
        public Builder spec(@Nullable ShapeSpec value) {
            resource.setSpec(value);
            return this;
        }

        /** Sets the stanza <code>status</code>; null takes it away. */
        public Builder status(@Nullable ShapeStatus value) {
            resource.setStatus(value);
            return this;
        }

        /** Sets the stanza <code>data</code>; null takes it away. */
        public Builder data(@Nullable Map<String, String> value) {
            resource.setData(value);
            return this;
        }

        /** Sets the stanza <code>version</code>; null takes it away. */
        public Builder versionField(@Nullable String value) {
            resource.setVersionField(value);
            return this;
        }

        /** Builds the object. */
        public Shape build() {
            return new Shape(resource.asMap());
        }
    }
}
