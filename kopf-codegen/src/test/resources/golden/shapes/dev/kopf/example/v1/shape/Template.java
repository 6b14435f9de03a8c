// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.shape;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The object template.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Template extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Template(JsonObject fields) {
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

    /** The field <code>secretRef</code>. */
    public @Nullable TemplateSecretRef getSecretRef() {
        return get("secretRef", Types.object(TemplateSecretRef::new));
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<Template, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>secretRef</code>; null takes it away. */
        public Builder secretRef(@Nullable TemplateSecretRef value) {
            return put("secretRef", value);
        }

        @Override
        public Template build() {
            return new Template(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
