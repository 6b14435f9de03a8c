// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1beta1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.PrinterColumn;
import dev.kopf.runtime.typed.Subresources;
import dev.kopf.runtime.typed.TypedResource;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Categories;
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
 * The kind <code>Gadget</code>.
 *
 * <p>Mutable at its top level, as fabric8's classes are; the stanzas are immutable. Not safe for use by several threads
 * while it is changed.
 *
 * @deprecated use v1: it has &#123;more&#125;
 */
@Group("example.kopf.dev")
@Version(
        value = "v1beta1",
        deprecated = true,
        deprecationWarning = "use v1: it has {more}"
)
@Kind("Gadget")
@Plural("gadgets")
@Singular("gadget")
@ShortNames({"gd", "gdt"})
@Categories({"all", "tools"})
@Subresources(
        status = true,
        scale = @Subresources.Scale(specReplicasPath = ".spec.replicas", statusReplicasPath = ".status.replicas", labelSelectorPath = ".status.selector")
)
@PrinterColumn(
        name = "Replicas",
        type = "integer",
        jsonPath = ".spec.replicas",
        description = "How many there are."
)
@PrinterColumn(
        name = "Host",
        type = "string",
        jsonPath = ".spec.hosts[?(@.kind==\"main\")].name",
        format = "name",
        priority = 1
)
@Deprecated
@NullMarked
@Generated("dev.kopf.codegen")
public final class Gadget extends TypedResource<GadgetSpec, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object that has only its kind. */
    public Gadget() {}

    /** The object as it came. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Gadget(JsonObject fields) {
        super(fields);
    }

    /** Starts with the kind only. */
    public static Builder builder() {
        return new Builder(new Gadget());
    }

    /** Starts with all fields of this object. */
    public Builder toBuilder() {
        return new Builder(new Gadget(asMap()));
    }

    /**
     * The stanza <code>spec</code>.
     *
     * <p>Looks empty where it is absent.
     */
    @Override
    public GadgetSpec getSpec() {
        return stanza("spec", GadgetSpec::new);
    }

    /** Sets the stanza <code>spec</code>; null takes it away. */
    @Override
    public void setSpec(@Nullable GadgetSpec value) {
        put("spec", value);
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder {
        private final Gadget resource;

        private Builder(Gadget resource) {
            this.resource = resource;
        }

        /** Sets the metadata. */
        public Builder metadata(ObjectMeta value) {
            resource.setMetadata(value);
            return this;
        }

        /** Sets the stanza <code>spec</code>; null takes it away. */
        public Builder spec(@Nullable GadgetSpec value) {
            resource.setSpec(value);
            return this;
        }

        /** Builds the object. */
        public Gadget build() {
            return new Gadget(resource.asMap());
        }
    }
}
