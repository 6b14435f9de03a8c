// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.example.v1.workload.HiddenSecret;
import dev.kopf.example.v1.workload.Pruned;
import dev.kopf.example.v1.workload.SpecContainer;
import dev.kopf.example.v1.workload.Token;
import dev.kopf.runtime.typed.Accessors;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.Masked;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * An object of the schema.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class WorkloadSpec extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WorkloadSpec(JsonObject fields) {
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

    /**
     * The field <code>template</code>.
     *
     * <p>Made anew by each call: what is changed in it counts once it is set in a builder.
     */
    public @Nullable PodTemplateSpec getTemplate() {
        return get("template", Types.core(PodTemplateSpec.class));
    }

    /**
     * The field <code>selector</code>.
     *
     * <p>Made anew by each call: what is changed in it counts once it is set in a builder.
     */
    public @Nullable LabelSelector getSelector() {
        return get("selector", Types.core(LabelSelector.class));
    }

    /**
     * The field <code>resources</code>.
     *
     * <p>Made anew by each call: what is changed in it counts once it is set in a builder.
     */
    public @Nullable ResourceRequirements getResources() {
        return get("resources", Types.core(ResourceRequirements.class));
    }

    /**
     * The field <code>passwordSecret</code>.
     *
     * <p>Made anew by each call: what is changed in it counts once it is set in a builder.
     */
    public @Nullable SecretKeySelector getPasswordSecret() {
        return get("passwordSecret", Types.core(SecretKeySelector.class));
    }

    /** A key of something that nobody names. */
    public @Nullable Token getToken() {
        return get("token", Types.object(Token::new));
    }

    /**
     * The field <code>containers</code>.
     *
     * <p>Made anew by each call: what is changed in it counts once it is set in a builder.
     */
    public @Nullable List<Container> getContainers() {
        return get("containers", Types.list(Types.core(Container.class)));
    }

    /**
     * The field <code>tolerations</code>.
     *
     * <p>Made anew by each call: what is changed in it counts once it is set in a builder.
     */
    public @Nullable List<Toleration> getTolerations() {
        return get("tolerations", Types.list(Types.core(Toleration.class)));
    }

    /**
     * The field <code>volumes</code>.
     *
     * <p>Made anew by each call: what is changed in it counts once it is set in a builder.
     */
    public @Nullable Map<String, Volume> getVolumes() {
        return get("volumes", Types.map(Types.core(Volume.class)));
    }

    /** An object of its own that has the name of a class of fabric8's. */
    public @Nullable SpecContainer getContainer() {
        return get("container", Types.object(SpecContainer::new));
    }

    /** Less than an environment variable. */
    public @Nullable Pruned getPruned() {
        return get("pruned", Types.object(Pruned::new));
    }

    /** A key of a secret, but the key is a password. */
    public @Nullable HiddenSecret getHiddenSecret() {
        return get("hiddenSecret", Types.object(HiddenSecret::new));
    }

    /** The item of <code>containers</code> with this key: <code>name</code>; null where there is none. */
    public @Nullable Container getContainerByName(String name) {
        return Accessors.item(getContainers(), Container::getName, name);
    }

    @Override
    protected Object shown() {
        Masked masked = new Masked(asMap());
        masked.field("hiddenSecret", Types.object(HiddenSecret::new));
        return masked;
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<WorkloadSpec, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>template</code>; null takes it away. */
        public Builder template(@Nullable PodTemplateSpec value) {
            return put("template", value);
        }

        /** Sets the field <code>selector</code>; null takes it away. */
        public Builder selector(@Nullable LabelSelector value) {
            return put("selector", value);
        }

        /** Sets the field <code>resources</code>; null takes it away. */
        public Builder resources(@Nullable ResourceRequirements value) {
            return put("resources", value);
        }

        /** Sets the field <code>passwordSecret</code>; null takes it away. */
        public Builder passwordSecret(@Nullable SecretKeySelector value) {
            return put("passwordSecret", value);
        }

        /** Sets the field <code>token</code>; null takes it away. */
        public Builder token(@Nullable Token value) {
            return put("token", value);
        }

        /** Sets the field <code>containers</code>; null takes it away. */
        public Builder containers(@Nullable List<Container> value) {
            return put("containers", value);
        }

        /** Sets the field <code>tolerations</code>; null takes it away. */
        public Builder tolerations(@Nullable List<Toleration> value) {
            return put("tolerations", value);
        }

        /** Sets the field <code>volumes</code>; null takes it away. */
        public Builder volumes(@Nullable Map<String, Volume> value) {
            return put("volumes", value);
        }

        /** Sets the field <code>container</code>; null takes it away. */
        public Builder container(@Nullable SpecContainer value) {
            return put("container", value);
        }

        /** Sets the field <code>pruned</code>; null takes it away. */
        public Builder pruned(@Nullable Pruned value) {
            return put("pruned", value);
        }

        /** Sets the field <code>hiddenSecret</code>; null takes it away. */
        public Builder hiddenSecret(@Nullable HiddenSecret value) {
            return put("hiddenSecret", value);
        }

        @Override
        public WorkloadSpec build() {
            return new WorkloadSpec(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
