// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.mailbox;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * [DEPRECATED] Folders are gone.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Folder extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Folder(JsonObject fields) {
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
     * Deprecated
     *
     * @deprecated the schema says so
     */
    @Deprecated
    public @Nullable String getName() {
        return get("name", Types.TEXT);
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<Folder, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /**
         * Sets the field <code>name</code>; null takes it away.
         *
         * @deprecated the schema says so
         */
        @Deprecated
        public Builder name(@Nullable String value) {
            return put("name", value);
        }

        @Override
        public Folder build() {
            return new Folder(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
