// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.vault;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.Masked;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * One of items.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Item extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Item(JsonObject fields) {
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

    /** The field <code>hidden</code>. */
    public @Nullable Long getHidden() {
        return get("hidden", Types.secret(Types.LONG));
    }

    /** The field <code>shown</code>. */
    public @Nullable Long getShown() {
        return get("shown", Types.LONG);
    }

    @Override
    protected Object shown() {
        Masked masked = new Masked(asMap());
        masked.field("hidden", Types.secret(Types.LONG));
        return masked;
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<Item, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>hidden</code>; null takes it away. */
        public Builder hidden(@Nullable Long value) {
            return put("hidden", value);
        }

        /** Sets the field <code>shown</code>; null takes it away. */
        public Builder shown(@Nullable Long value) {
            return put("shown", value);
        }

        @Override
        public Item build() {
            return new Item(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
