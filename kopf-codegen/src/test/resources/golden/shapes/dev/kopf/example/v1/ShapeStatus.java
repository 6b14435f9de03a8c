// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.example.v1.shape.OnSpecTextChange;
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
public final class ShapeStatus extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ShapeStatus(JsonObject fields) {
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

    /** The field <code>phase</code>. */
    public @Nullable String getPhase() {
        return get("phase", Types.TEXT);
    }

    /** The field <code>onCreate</code>. */
    public @Nullable Integer getOnCreate() {
        return get("onCreate", Types.INTEGER);
    }

    /** The field <code>onSpecTextChange</code>. */
    public @Nullable OnSpecTextChange getOnSpecTextChange() {
        return get("onSpecTextChange", Types.object(OnSpecTextChange::new));
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<ShapeStatus, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>phase</code>; null takes it away. */
        public Builder phase(@Nullable String value) {
            return put("phase", value);
        }

        /** Sets the field <code>onCreate</code>; null takes it away. */
        public Builder onCreate(@Nullable Integer value) {
            return put("onCreate", value);
        }

        /** Sets the field <code>onSpecTextChange</code>; null takes it away. */
        public Builder onSpecTextChange(@Nullable OnSpecTextChange value) {
            return put("onSpecTextChange", value);
        }

        @Override
        public ShapeStatus build() {
            return new ShapeStatus(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
