// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
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
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The kind <code>Cache</code>.
 *
 * <p>Mutable at its top level, as fabric8's classes are; the stanzas are immutable. Not safe for use by several threads
 * while it is changed.
 */
@Group("example.kopf.dev")
@Version("v1")
@Kind("Cache")
@Plural("caches")
@Singular("cache")
@NullMarked
@Generated("dev.kopf.codegen")
public final class Cache extends TypedResource<CacheSpec, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object that has only its kind. */
    public Cache() {}

    /** The object as it came. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Cache(JsonObject fields) {
        super(fields);
    }

    /** Starts with the kind only. */
    public static Builder builder() {
        return new Builder(new Cache());
    }

    /** Starts with all fields of this object. */
    public Builder toBuilder() {
        return new Builder(new Cache(asMap()));
    }

    /**
     * The stanza <code>spec</code>.
     *
     * <p>Looks empty where it is absent.
     */
    @Override
    public CacheSpec getSpec() {
        return stanza("spec", CacheSpec::new);
    }

    /** Sets the stanza <code>spec</code>; null takes it away. */
    @Override
    public void setSpec(@Nullable CacheSpec value) {
        put("spec", value);
    }

    /** The stanza <code>mode</code>. */
    public @Nullable String getMode() {
        return get("mode", Types.TEXT);
    }

    /** Sets the stanza <code>mode</code>; null takes it away. */
    public void setMode(@Nullable String value) {
        put("mode", value);
    }

    /**
     * The field <code>spec</code>, or its default <code>&#123;"size":"2Gi"&#125;</code> where it is absent or does not
     * fit. The default is not written.
     */
    public CacheSpec getSpecOrDefault() {
        return Accessors.orDefault(get("spec", Types.object(CacheSpec::new)), Types.object(CacheSpec::new), "{\"size\":\"2Gi\"}");
    }

    /**
     * The field <code>mode</code>, or its default <code>"fast"</code> where it is absent or does not fit. The default
     * is not written.
     */
    public String getModeOrDefault() {
        return Accessors.orDefault(getMode(), Types.TEXT, "\"fast\"");
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder {
        private final Cache resource;

        private Builder(Cache resource) {
            this.resource = resource;
        }

        /** Sets the metadata. */
        public Builder metadata(ObjectMeta value) {
            resource.setMetadata(value);
            return this;
        }

        /** Sets the stanza <code>spec</code>; null takes it away. */
        public Builder spec(@Nullable CacheSpec value) {
            resource.setSpec(value);
            return this;
        }

        /** Sets the stanza <code>mode</code>; null takes it away. */
        public Builder mode(@Nullable String value) {
            resource.setMode(value);
            return this;
        }

        /** Builds the object. */
        public Cache build() {
            return new Cache(resource.asMap());
        }
    }
}
