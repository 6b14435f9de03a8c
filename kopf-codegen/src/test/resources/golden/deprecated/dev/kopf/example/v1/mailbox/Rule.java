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
 * One of rules.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Rule extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Rule(JsonObject fields) {
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
     * DEPRECATED: by its name.
     *
     * @deprecated by its name.
     */
    @Deprecated
    public @Nullable String getId() {
        return get("id", Types.TEXT);
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<Rule, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /**
         * Sets the field <code>id</code>; null takes it away.
         *
         * @deprecated by its name.
         */
        @Deprecated
        public Builder id(@Nullable String value) {
            return put("id", value);
        }

        @Override
        public Rule build() {
            return new Rule(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
