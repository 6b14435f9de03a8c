// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.backup;

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
 * The object schedule.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Schedule extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Schedule(JsonObject fields) {
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

    /** The field <code>cron</code>. */
    public @Nullable String getCron() {
        return get("cron", Types.TEXT);
    }

    /** The field <code>every</code>. */
    public @Nullable String getEvery() {
        return get("every", Types.TEXT);
    }

    /** The field <code>at</code>. */
    public @Nullable String getAt() {
        return get("at", Types.TEXT);
    }

    /** The field <code>never</code>. */
    public @Nullable String getNever() {
        return get("never", Types.TEXT);
    }

    /**
     * Exactly one of these is set: <code>cron</code>, <code>every</code>, <code>at</code>, <code>never</code>.
     *
     * @return null where none or more than one is
     */
    public @Nullable OneOf oneOf() {
        return Accessors.only(asMap(), OneOf.values(), "cron", "every", "at", "never");
    }

    /** What {@link Schedule#oneOf()} tells. */
    public enum OneOf {
        /** The field <code>cron</code>. */
        CRON,

        /** The field <code>every</code>. */
        EVERY,

        /** The field <code>at</code>. */
        AT,

        /** The field <code>never</code>. */
        NEVER
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<Schedule, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>cron</code>; null takes it away. */
        public Builder cron(@Nullable String value) {
            return put("cron", value);
        }

        /** Sets the field <code>every</code>; null takes it away. */
        public Builder every(@Nullable String value) {
            return put("every", value);
        }

        /** Sets the field <code>at</code>; null takes it away. */
        public Builder at(@Nullable String value) {
            return put("at", value);
        }

        /** Sets the field <code>never</code>; null takes it away. */
        public Builder never(@Nullable String value) {
            return put("never", value);
        }

        @Override
        public Schedule build() {
            return new Schedule(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
