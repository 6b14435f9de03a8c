// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.workload;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import io.fabric8.kubernetes.api.model.Container;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * An object of its own that has the name of a class of fabric8's.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class SpecContainer extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SpecContainer(JsonObject fields) {
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

    /** The field <code>image</code>. */
    public @Nullable String getImage() {
        return get("image", Types.TEXT);
    }

    /**
     * The field <code>container</code>.
     *
     * <p>Made anew by each call: what is changed in it counts once it is set in a builder.
     */
    public @Nullable Container getContainer() {
        return get("container", Types.core(Container.class));
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<SpecContainer, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>image</code>; null takes it away. */
        public Builder image(@Nullable String value) {
            return put("image", value);
        }

        /** Sets the field <code>container</code>; null takes it away. */
        public Builder container(@Nullable Container value) {
            return put("container", value);
        }

        @Override
        public SpecContainer build() {
            return new SpecContainer(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
