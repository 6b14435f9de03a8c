// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.vault;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.Masked;
import dev.kopf.runtime.typed.Password;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The object whole.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Whole extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Whole(JsonObject fields) {
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

    /** The field <code>a</code>. */
    public @Nullable Password getA() {
        return get("a", Types.PASSWORD);
    }

    /** The field <code>b</code>. */
    public @Nullable B getB() {
        return get("b", Types.object(B::new));
    }

    @Override
    protected Object shown() {
        return Masked.MASK;
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<Whole, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>a</code>; null takes it away. */
        public Builder a(@Nullable Password value) {
            return put("a", value);
        }

        /** Sets the field <code>b</code>; null takes it away. */
        public Builder b(@Nullable B value) {
            return put("b", value);
        }

        @Override
        public Whole build() {
            return new Whole(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
