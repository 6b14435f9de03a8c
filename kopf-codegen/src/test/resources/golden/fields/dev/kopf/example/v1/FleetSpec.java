// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.example.v1.fleet.Template;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
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
public final class FleetSpec extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FleetSpec(JsonObject fields) {
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

    /** The field <code>template</code>. */
    public @Nullable Template getTemplate() {
        return get("template", Types.object(Template::new));
    }

    /** The field <code>templateReplicas</code>. */
    public @Nullable String getTemplateReplicas() {
        return get("templateReplicas", Types.TEXT);
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<FleetSpec, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>template</code>; null takes it away. */
        public Builder template(@Nullable Template value) {
            return put("template", value);
        }

        /** Sets the field <code>templateReplicas</code>; null takes it away. */
        public Builder templateReplicas(@Nullable String value) {
            return put("templateReplicas", value);
        }

        @Override
        public FleetSpec build() {
            return new FleetSpec(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
