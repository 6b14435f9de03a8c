// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.cache;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.Accessors;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The object eviction.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Eviction extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Eviction(JsonObject fields) {
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

    /** The field <code>after</code>. */
    public @Nullable String getAfter() {
        return get("after", Types.TEXT);
    }

    /**
     * The field <code>after</code>, or its default <code>"5m"</code> where it is absent or does not fit. The default is
     * not written.
     */
    public String getAfterOrDefault() {
        return Accessors.orDefault(getAfter(), Types.TEXT, "\"5m\"");
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<Eviction, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>after</code>; null takes it away. */
        public Builder after(@Nullable String value) {
            return put("after", value);
        }

        @Override
        public Eviction build() {
            return new Eviction(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
