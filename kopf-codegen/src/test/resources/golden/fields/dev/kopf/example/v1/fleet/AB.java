// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.fleet;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The object a.b.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class AB extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AB(JsonObject fields) {
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

    /** The field <code>c</code>. */
    public @Nullable List<String> getC() {
        return get("c", Types.list(Types.TEXT));
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<AB, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>c</code>; null takes it away. */
        public Builder c(@Nullable List<String> value) {
            return put("c", value);
        }

        @Override
        public AB build() {
            return new AB(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
